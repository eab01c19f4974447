"""The life of a daily brief: drafted, checked, signed."""

from __future__ import annotations

from wangge.kit.states import Machine, Move, any_of

BRIEF = Machine(
    "brief",
    "draft",
    (
        Move("compile", any_of("draft")),
        Move("edit", any_of("draft")),
        Move("check", any_of("draft"), "checked"),
        Move("revise", any_of("checked"), "draft"),
        Move("sign", any_of("checked"), "signed"),
    ),
    {"draft": "草稿", "checked": "已核对", "signed": "已审签"},
    {"compile": "重新生成", "edit": "编辑", "check": "核对", "revise": "退回修改", "sign": "审签"},
    {"draft": "warning", "checked": "primary", "signed": "success"},
)
