"""The states of a screening batch."""

from wangge.kit.states import Machine, Move, any_of

SCREENING = Machine(
    "screening",
    "review",
    (
        Move("override", any_of("review")),
        Move("adopt", any_of("review"), "adopted"),
        Move("discard", any_of("review"), "discarded"),
        Move("replace", any_of("adopted"), "replaced"),
    ),
    labels={"review": "复核中", "adopted": "已启用", "discarded": "已放弃", "replaced": "已更替"},
    move_labels={"override": "改判", "adopt": "启用", "discard": "放弃", "replace": "更替"},
    tones={"review": "watch", "adopted": "good", "discarded": "off", "replaced": "off"},
)
