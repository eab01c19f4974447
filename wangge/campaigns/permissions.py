"""Who may do what in 联合排查 (spec §12.1); the rows are a question for the queries."""

from __future__ import annotations

from wangge.kit.permissions import grant

LEADERS = {"commander", "dispatcher", "shift_leader"}
FIELD = {"grid_worker", "liaison", "area_admin", "unit_handler"}

SEE = grant(
    "campaigns.campaign.see",
    "查看联合排查",
    {*LEADERS, *FIELD, "analyst", "supervisor", "health_officer"},
)
MANAGE = grant("campaigns.campaign.manage", "组织联合排查", {*LEADERS, "analyst"})
REMIND = grant("campaigns.campaign.remind", "催报", {*LEADERS, "analyst", "supervisor", "area_admin"})
LOCK = grant("campaigns.campaign.lock", "锁定排查结果", LEADERS)
HAND = grant("campaigns.campaign.hand", "报送排查结果", LEADERS)
ASSIGN = grant("campaigns.target.assign", "分派、核减排查对象", {*LEADERS, "analyst", "area_admin"})
ANSWER = grant("campaigns.target.answer", "填报排查对象", {*FIELD, "dispatcher", "health_officer"})
RECHECK = grant(
    "campaigns.target.recheck",
    "复核排查对象",
    {"area_admin", "unit_handler", "grid_worker", "liaison", "health_officer", "dispatcher", "supervisor"},
)
INSPECT = grant(
    "campaigns.inspection.record",
    "登记五有检查",
    {*FIELD, "health_officer", "supervisor", "dispatcher", "shift_leader"},
)
VISIT = grant(
    "campaigns.visit.record", "登记挂钩走访", {"liaison", "area_admin", "unit_handler", "commander"}
)
GIVE = grant("campaigns.problem.assign", "交办问题", {*LEADERS, "supervisor", "area_admin"})
RECTIFY = grant("campaigns.problem.rectify", "报整改结果", FIELD)
STRIKE = grant(
    "campaigns.problem.recheck",
    "复查销号",
    {*LEADERS, "supervisor", "area_admin", "grid_worker", "liaison", "health_officer"},
)
