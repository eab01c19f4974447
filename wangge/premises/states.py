"""The states of a premises: found on a round, on the register, closed down."""

from __future__ import annotations

from wangge.kit.states import Machine, Move, any_of

LABELS = {
    "unverified": "待核实",
    "active": "在册",
    "closed": "已关停",
    "rejected": "不予登记",
}
TONES = {"unverified": "watch", "active": "good", "closed": "off", "rejected": "off"}
MOVE_LABELS = {
    "verify": "核实登记",
    "reject": "不予登记",
    "close": "登记关停",
    "reopen": "恢复在册",
}

PREMISES = Machine(
    noun="premises",
    initial="unverified",
    moves=(
        Move("verify", any_of("unverified"), "active"),
        Move("reject", any_of("unverified"), "rejected"),
        Move("close", any_of("active"), "closed"),
        Move("reopen", any_of("closed"), "active"),
    ),
    labels=LABELS,
    move_labels=MOVE_LABELS,
    tones=TONES,
)
LIVING = frozenset({"unverified", "active"})
