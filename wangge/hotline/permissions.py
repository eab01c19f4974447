"""Who may do what with tickets (spec §3.2, §12.1); the rows are a question for the queries."""

from __future__ import annotations

from wangge.kit.permissions import grant

DESK = ("operator", "shift_leader")
DUTY = ("dispatcher", "shift_leader", "commander")
UNIT = ("unit_handler", "area_admin")

SEE = grant(
    "hotline.ticket.see",
    "查看工单",
    {*DESK, *DUTY, *UNIT, "reviewer", "callback", "supervisor", "grid_worker", "analyst", "health_officer"},
)
TAKE = grant("hotline.ticket.take", "受理诉求", {*DESK, "dispatcher"})
REPORT = grant("hotline.ticket.report", "上报工单", {*DESK, "dispatcher", "grid_worker", "area_admin"})
ANSWER = grant("hotline.ticket.answer", "直接答复", DESK)
SUBMIT = grant("hotline.ticket.submit", "提交派遣", {*DESK, "dispatcher"})
ASK = grant("hotline.ticket.ask_detail", "要求补充", {*DESK, *DUTY})
AMEND = grant("hotline.ticket.amend", "更正工单", {*DESK, *DUTY, "reviewer"})
FOLLOW = grant("hotline.ticket.follow", "登记再次来电", {*DESK, "callback"})
DISPATCH = grant("hotline.ticket.dispatch", "派单", DUTY)
ADD_UNIT = grant("hotline.ticket.add_unit", "加派单位", {*DUTY, *UNIT})
SIGN = grant("hotline.ticket.sign", "签收", UNIT)
REPLY = grant("hotline.ticket.reply", "提交答复", UNIT)
RETURN = grant("hotline.ticket.return", "申请退单", UNIT)
EXTEND = grant("hotline.ticket.extend", "申请延期", UNIT)
SUSPEND = grant("hotline.ticket.suspend", "挂起工单", UNIT)
DECIDE = grant("hotline.request.decide", "审批退单与延期", DUTY)
REVIEW = grant("hotline.ticket.review", "审核答复", {"reviewer", "shift_leader"})
CALL_BACK = grant("hotline.ticket.call_back", "回访", {"callback", "shift_leader"})
SUPERVISE = grant("hotline.ticket.supervise", "督办", {"supervisor", "shift_leader", "commander"})
URGE = grant("hotline.ticket.urge", "催办", {*DESK, *DUTY, "callback", "supervisor"})
REDO = grant("hotline.ticket.order_redo", "责成重办", {"supervisor", "shift_leader", "commander"})
CLOSE = grant("hotline.ticket.close", "结案", {"callback", "reviewer", "supervisor", "shift_leader"})
CLOSE_WITH_REASON = grant(
    "hotline.ticket.close_with_reason", "说明理由结案", {"supervisor", "shift_leader", "commander"}
)
ARCHIVE = grant("hotline.ticket.archive", "归档", {"reviewer", "shift_leader"})
REFUSE = grant("hotline.ticket.refuse", "不予受理", {*DESK, *DUTY})
EXCLUDE = grant("hotline.exclusion.request", "申请不合理诉求认定", {*UNIT, "callback", "supervisor"})
JUDGE = grant("hotline.exclusion.decide", "认定不合理诉求", {"supervisor", "commander"})
REOPEN = grant("hotline.ticket.reopen", "追办", {*DESK, "callback", "supervisor"})
REVEAL = grant(
    "hotline.caller.reveal",
    "查看诉求人信息",
    {*DESK, *UNIT, "commander", "callback", "supervisor", "grid_worker", "health_officer"},
)
HISTORY = grant("hotline.caller.history", "按号码查询历史工单", {*DESK, "callback", "dispatcher"})
BOARD = grant("hotline.board.see", "查看派单看板", {*DUTY, "reviewer", "callback", "supervisor", "operator"})
IMPORT = grant("hotline.ledger.import", "导入外部台账", {"shift_leader", "analyst", "sysadmin"})
RULES = grant("hotline.rule.edit", "维护派单规则与分类", {"dispatcher", "shift_leader", "sysadmin"})
