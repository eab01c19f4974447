"""Who may do what in 网格巡查; the rows are a question for the queries."""

from __future__ import annotations

from wangge.kit.permissions import grant

DUTY = ("dispatcher", "shift_leader", "commander")
AREA = ("grid_worker", "area_admin")
UNIT = ("unit_handler", "area_admin")
WATCHERS = {*DUTY, "supervisor", "reviewer", "callback", "operator", "analyst"}

SEE = grant("patrol.event.see", "查看巡查事件", {*WATCHERS, *AREA, *UNIT})
REPORT = grant("patrol.event.report", "上报事件", {*AREA, "dispatcher", "shift_leader", "operator"})
HANDLE_SELF = grant("patrol.event.handle_self", "自行处置事件", AREA)
ESTABLISH = grant("patrol.event.establish", "立案", {*DUTY, "area_admin"})
DISPATCH = grant("patrol.event.dispatch", "派遣事件", {*DUTY, "area_admin"})
SIGN = grant("patrol.event.sign", "签收事件", {*UNIT, "grid_worker"})
FEED_BACK = grant("patrol.event.feed_back", "反馈处理结果", {*UNIT, "grid_worker"})
RETURN = grant("patrol.event.return", "申请退回事件", {*UNIT, "grid_worker"})
DECIDE = grant("patrol.return.decide", "审批事件退回", {*DUTY, "area_admin"})
VERIFY = grant(
    "patrol.event.verify", "核查事件", {*DUTY, "area_admin", "grid_worker", "reviewer", "supervisor"}
)
CLOSE = grant("patrol.event.close", "事件结案", {*DUTY, "area_admin", "reviewer"})
RATE = grant("patrol.event.rate", "评价事件", {*DUTY, "area_admin", "reviewer", "supervisor"})
JOIN = grant("patrol.event.join", "并入事件", {*DUTY, "area_admin"})
VOID = grant("patrol.event.void", "作废事件", {*DUTY, "area_admin"})
URGE = grant("patrol.event.urge", "催办事件", {*DUTY, "area_admin", "supervisor"})

WALK = grant("patrol.round.walk", "开展巡查", AREA)
SEE_ROUNDS = grant("patrol.round.see", "查看巡查轨迹", {*DUTY, *AREA, "supervisor", "analyst"})
VISIT = grant("patrol.visit.record", "登记走访", AREA)
COVERAGE = grant("patrol.coverage.see", "查看巡查覆盖", {*DUTY, "area_admin", "supervisor", "analyst"})
POINTS = grant("patrol.point.edit", "维护巡查点", {"area_admin", "dispatcher", "shift_leader"})
CLASSES = grant("patrol.class.edit", "维护事件分类", {"dispatcher", "shift_leader"})
NOTICE_KINDS = grant("patrol.notice_kind.edit", "维护告知书模板", {"dispatcher", "shift_leader"})
SERVE = grant("patrol.notice.serve", "送达告知书", AREA)
SEE_NOTICES = grant("patrol.notice.see", "查看送达的告知书", {*DUTY, *AREA, "supervisor", "analyst"})
REVEAL = grant(
    "patrol.notice.reveal", "查看送达对象姓名", {"commander", "shift_leader", "area_admin", "grid_worker"}
)
