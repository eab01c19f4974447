"""Who may see figures and who makes, checks and signs the daily brief.

Only roles whose row scope is the whole district: an aggregate over fewer rows would lie.
"""

from wangge.kit.permissions import grant

WATCH = {"commander", "dispatcher", "shift_leader", "reviewer", "callback", "supervisor", "analyst"}

VIEW = grant("reports.figure.view", "查看指标", WATCH | {"operator", "health_officer", "wall"})
ROWS = grant("reports.figure.open", "查看指标明细", WATCH)
BRIEF = grant("reports.brief.view", "查看信息日报", WATCH)
EDIT = grant("reports.brief.edit", "编辑信息日报", {"analyst", "shift_leader"})
CHECK = grant("reports.brief.check", "核对信息日报", {"analyst", "shift_leader", "reviewer"})
SIGN = grant("reports.brief.sign", "审签信息日报", {"commander"})
