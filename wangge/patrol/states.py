"""The state machine of a patrol event: the seven steps 七步闭环 (GB/T 30428, spec §4.4) as one table."""

from __future__ import annotations

from wangge.kit.states import Machine, Move, any_of

LABELS = {
    "collected": "待立案",
    "self_handled": "自行处置待核查",
    "established": "待派遣",
    "awaiting_sign": "待签收",
    "return_requested": "退回待审",
    "in_progress": "处理中",
    "fed_back": "待核查",
    "verified": "待结案",
    "closed": "已结案",
    "rated": "已评价",
    "joined": "已并入",
    "voided": "已作废",
}
TONES = {
    "collected": "accent",
    "self_handled": "accent",
    "established": "watch",
    "awaiting_sign": "watch",
    "return_requested": "late",
    "in_progress": "accent",
    "fed_back": "accent",
    "verified": "good",
    "closed": "good",
    "rated": "off",
    "joined": "off",
    "voided": "off",
}
STEPS = {
    "collected": (1, "信息收集"),
    "self_handled": (5, "处理反馈"),
    "established": (2, "案卷建立"),
    "awaiting_sign": (3, "任务派遣"),
    "return_requested": (3, "任务派遣"),
    "in_progress": (4, "任务处理"),
    "fed_back": (5, "处理反馈"),
    "verified": (6, "核查结案"),
    "closed": (6, "核查结案"),
    "rated": (7, "综合评价"),
    "joined": (1, "信息收集"),
    "voided": (1, "信息收集"),
}
"""The step of the closed loop a state stands in: number and name."""
ENDED = any_of("closed", "rated", "joined", "voided")
OPEN = frozenset(LABELS) - ENDED
WITH_UNIT = any_of("awaiting_sign", "return_requested", "in_progress")

EVENT = Machine(
    "event",
    "collected",
    (
        Move("handle_self", any_of("collected"), "self_handled"),
        Move("establish", any_of("collected"), "established"),
        Move("take_over", any_of("self_handled"), "established"),
        Move("dispatch", any_of("established"), "awaiting_sign"),
        Move("sign", any_of("awaiting_sign"), "in_progress"),
        Move("request_return", any_of("awaiting_sign", "in_progress"), "return_requested"),
        Move("approve_return", any_of("return_requested"), "established"),
        Move("reject_return", any_of("return_requested"), "awaiting_sign"),
        Move("reject_return_signed", any_of("return_requested"), "in_progress"),
        Move("feed_back", any_of("in_progress"), "fed_back"),
        Move("order_redo", any_of("fed_back"), "in_progress"),
        Move("verify", any_of("fed_back", "self_handled"), "verified"),
        Move("close", any_of("verified"), "closed"),
        Move("close_unchecked", any_of("self_handled"), "closed"),
        Move("rate", any_of("closed"), "rated"),
        Move("join", any_of("collected", "established"), "joined"),
        Move("void", OPEN, "voided"),
        Move("take_in_joined", OPEN),
        Move("urge", WITH_UNIT | any_of("collected", "established", "fed_back")),
    ),
    LABELS,
    {
        "handle_self": "自行处置",
        "establish": "立案",
        "take_over": "转立案",
        "dispatch": "派遣",
        "sign": "签收",
        "request_return": "申请退回",
        "approve_return": "同意退回",
        "reject_return": "驳回退回",
        "reject_return_signed": "驳回退回(已签收)",
        "feed_back": "处理反馈",
        "order_redo": "核查不通过重办",
        "verify": "核查通过",
        "close": "结案",
        "close_unchecked": "未抽查到期结案",
        "rate": "综合评价",
        "join": "并入",
        "void": "作废",
        "take_in_joined": "并入同一事件",
        "urge": "催办",
    },
    TONES,
)
