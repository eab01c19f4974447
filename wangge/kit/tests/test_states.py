from wangge.kit import states
from wangge.kit.states import Machine, Move, any_of

DOOR = Machine(
    "door",
    "open",
    (Move("shut", any_of("open"), "shut"), Move("knock", any_of("open", "shut"))),
    labels={"open": "开", "shut": "关"},
    move_labels={"shut": "关上", "knock": "敲门"},
)


def test_a_sound_table_has_no_faults() -> None:
    assert states.faults(DOOR) == []
    assert DOOR.terminal == {"shut"}
    assert DOOR.allowed("open") == ("shut", "knock")


def test_an_unreachable_state_and_a_missing_label_are_named() -> None:
    broken = Machine("x", "a", (Move("go", any_of("b"), "c"),), labels={"a": "甲"}, move_labels={"go": "走"})
    assert states.faults(broken) == ["unreachable: b", "unreachable: c", "no label: b", "no label: c"]


def test_the_picture_names_every_arrow() -> None:
    assert "open --> shut: 关上" in DOOR.picture()
    assert "shut --> [*]" in DOOR.picture()
