"""State tables of the shared parts: one assignment, one clock."""

from __future__ import annotations

from wangge.kit.states import Machine, Move, any_of

ASSIGNMENT = Machine(
    "assignment",
    "awaiting_sign",
    (
        Move("sign", any_of("awaiting_sign"), "in_progress"),
        Move("submit", any_of("in_progress"), "submitted"),
        Move("accept", any_of("submitted"), "accepted"),
        Move("reopen", any_of("submitted", "accepted"), "in_progress"),
        Move("return", any_of("awaiting_sign", "in_progress"), "returned"),
        Move("cancel", any_of("awaiting_sign", "in_progress", "submitted"), "cancelled"),
    ),
    labels={
        "awaiting_sign": "待签收",
        "in_progress": "办理中",
        "submitted": "已提交",
        "accepted": "已认可",
        "returned": "已退回",
        "cancelled": "已撤销",
    },
    move_labels={
        "sign": "签收",
        "submit": "提交",
        "accept": "认可",
        "reopen": "重新办理",
        "return": "退回",
        "cancel": "撤销",
    },
    tones={
        "awaiting_sign": "watch",
        "in_progress": "accent",
        "submitted": "accent",
        "accepted": "good",
        "returned": "off",
        "cancelled": "off",
    },
)

CLOCK_STATES: dict[str, str] = {
    "running": "计时中",
    "paused": "已暂停",
    "met": "按时",
    "missed": "超时",
    "cancelled": "已取消",
}
OPEN_CLOCK = ("running", "paused")
