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

OPEN_ASSIGNMENT = ("awaiting_sign", "in_progress", "submitted")

CLOCK = Machine(
    "clock",
    "running",
    (
        Move("pause", any_of("running"), "paused"),
        Move("resume", any_of("paused"), "running"),
        Move("extend", any_of("running")),
        Move("meet", any_of("running", "paused"), "met"),
        Move("miss", any_of("running"), "missed"),
        Move("cancel", any_of("running", "paused"), "cancelled"),
    ),
    labels={
        "running": "计时中",
        "paused": "已暂停",
        "met": "按时",
        "missed": "超时",
        "cancelled": "已取消",
    },
    move_labels={
        "pause": "暂停",
        "resume": "继续",
        "extend": "批准延期",
        "meet": "按时停表",
        "miss": "超时停表",
        "cancel": "取消",
    },
    tones={
        "running": "accent",
        "paused": "off",
        "met": "good",
        "missed": "late",
        "cancelled": "off",
    },
)
OPEN_CLOCK = ("running", "paused")
