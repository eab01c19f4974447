"""Commands up: exactly once, with the kept answer; what is forged, changed or foreign has no effect."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from wangge.kit import clock, sealing, signatures
from wangge.org import services as org
from wangge.org.testing import SYSTEM, Person, logged_in
from wangge.sync import services
from wangge.sync.models import Answer, Change
from wangge.sync.testing import SyncPhone, a_phone
from wangge.sync.tests.conftest import rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("notes")]


@pytest.fixture
def phone(cast: dict[str, Person]) -> SyncPhone:
    return a_phone(cast["zhang"].post.pk)


def written() -> list[str]:
    return [text for (text,) in rows("SELECT text FROM test_note ORDER BY id")]


def outcomes(answers: list[dict]) -> list[tuple[str, str]]:
    return [(a["outcome"], (a["problem"] or {}).get("code", "")) for a in answers]


def note(phone: SyncPhone, text: str, **more: object) -> dict:
    return phone.command("test.put_note", {"text": text}, **more)  # type: ignore[arg-type]


def test_a_resent_command_gets_the_kept_answer_and_has_one_effect(phone: SyncPhone) -> None:
    one, two = note(phone, "甲"), note(phone, "乙")
    first = phone.send(one, two)
    assert outcomes(first) == [("stored", ""), ("stored", "")]
    assert phone.send(two, one, two) == [first[1], first[0], first[1]]
    assert phone.send(one) == [first[0]]
    assert written() == ["甲", "乙"]
    assert Change.objects.filter(kind="test.note").count() == 2


def test_a_refusal_is_kept_and_leaves_nothing(phone: SyncPhone) -> None:
    command = note(phone, "refuse")
    first = phone.send(command)
    assert first[0]["problem"] == {"code": "not_so", "status": 400, "detail": "不能这样写", "data": {}}
    assert phone.send(command) == first
    assert written() == []
    assert Answer.objects.get().outcome == "refused"
    assert Change.objects.filter(kind="test.note").count() == 0


def test_a_conflict_shows_the_servers_version(phone: SyncPhone) -> None:
    stale, taken = phone.send(note(phone, "stale"), note(phone, "conflict"))
    assert outcomes([stale, taken]) == [("conflict", "stale_version"), ("conflict", "conflict")]
    assert stale["problem"]["data"]["server"]["text"] == "别人写的"
    assert written() == []


def test_a_crash_keeps_nothing_says_again_and_stops_no_neighbour(
    phone: SyncPhone, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = [note(phone, "甲"), note(phone, "crash"), note(phone, "locked"), note(phone, "乙")]
    assert outcomes(phone.send(*commands)) == [("stored", ""), ("again", ""), ("again", ""), ("stored", "")]
    assert written() == ["甲", "乙"]
    assert Answer.objects.count() == 2
    said = capsys.readouterr()
    assert "ZeroDivisionError" in said.out + said.err
    assert "13800001234" not in said.out + said.err


def test_a_sealed_command_is_opened_and_a_broken_seal_is_refused(phone: SyncPhone) -> None:
    good = note(phone, "密", sealed=True)
    assert "密" not in json.dumps(good, ensure_ascii=False)
    bad = note(phone, "坏", sealed=True)
    raw = bytearray(signatures.from_text(bad["sealed"]))
    raw[-1] ^= 1
    bad["sealed"] = signatures.to_text(bytes(raw))
    bad["sig"] = phone.sign(phone.command_text(bad, bad["sealed"]))
    assert outcomes(phone.send(good, bad)) == [("stored", ""), ("refused", "cannot_open")]
    assert written() == ["密"]


def test_an_edited_a_foreign_and_a_renumbered_command_have_no_effect(
    phone: SyncPhone, cast: dict[str, Person]
) -> None:
    other = a_phone(cast["xue"].post.pk)
    true = note(phone, "甲")
    first = phone.send(true)
    edited = note(phone, "乙") | {"body": json.dumps({"text": "改"})}
    foreign = note(other, "丙")
    moved = note(phone, "丁") | {"at": "2021-08-01T00:00:00+08:00"}
    answers = phone.send(edited, foreign, moved)
    assert outcomes(answers) == [("refused", "bad_signature")] * 3
    assert other.send(true)[0]["problem"]["code"] == "bad_signature"
    assert phone.send(true) == first
    assert written() == ["甲"]
    assert Answer.objects.count() == 1


def test_the_same_id_with_another_content_is_refused_and_the_first_answer_stays(phone: SyncPhone) -> None:
    one = note(phone, "甲")
    first = phone.send(one)
    other = one | {"body": json.dumps({"text": "乙"})}
    other["sig"] = phone.sign(phone.command_text(other, other["body"]))
    assert outcomes(phone.send(other)) == [("refused", "other_content")]
    assert phone.send(one) == first
    assert written() == ["甲"]


def test_a_number_that_another_command_has_is_refused(phone: SyncPhone) -> None:
    one = note(phone, "甲")
    phone.send(one)
    phone.seq = 0
    assert outcomes(phone.send(note(phone, "乙"))) == [("refused", "seq_taken")]
    assert written() == ["甲"]


def test_an_unknown_name_a_wrong_body_and_an_old_command_are_refused_for_good(phone: SyncPhone) -> None:
    unknown = phone.command("test.nothing", {})
    wrong = phone.command("test.put_note", {"text": 13800001234})
    old = note(phone, "旧", at=clock.now() - timedelta(days=81))
    answers = phone.send(unknown, wrong, old)
    assert outcomes(answers) == [
        ("refused", "unknown_command"),
        ("refused", "invalid"),
        ("refused", "too_old"),
    ]
    assert answers[1]["problem"]["data"] == {"fields": {"text": "填写不正确"}}
    assert "13800001234" not in json.dumps(answers)
    assert phone.send(unknown, wrong, old) == answers
    assert written() == []


def test_what_is_no_command_is_refused_alone(phone: SyncPhone) -> None:
    good = note(phone, "甲")
    both = note(phone, "乙") | {"sealed": "AAAA"}
    batch = [{"id": "x"}, 7, both, note(phone, "丙") | {"at": "gestern"}, good]
    raw = json.dumps({"commands": batch}).encode()
    answers = phone.post_commands(raw).json()["answers"]
    assert outcomes(answers) == [("refused", "malformed")] * 4 + [("stored", "")]
    assert [a["id"] for a in answers[:3]] == ["x", "", both["id"]]
    assert phone.post_commands(b"{").status_code == 422
    assert written() == ["甲"]


def test_too_much_is_a_413_and_nothing_happens(phone: SyncPhone) -> None:
    many = [note(phone, "甲") for _ in range(101)]
    answer = phone.post_commands(json.dumps({"commands": many}).encode())
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    long = json.dumps({"commands": [note(phone, "长" * 400_000)]}, ensure_ascii=False).encode()
    assert phone.post_commands(long).status_code == 413
    assert written() == []


def test_a_command_instead_of_a_refused_one_takes_its_place(phone: SyncPhone) -> None:
    wrong = note(phone, "refuse")
    phone.send(wrong)
    assert outcomes(phone.send(note(phone, "甲", instead_of=wrong["id"]))) == [("stored", "")]
    assert written() == ["甲"]


def test_a_command_instead_of_a_stored_one_is_refused_with_its_result(phone: SyncPhone) -> None:
    stored = note(phone, "甲")
    (first,) = phone.send(stored)
    (second,) = phone.send(note(phone, "乙", instead_of=stored["id"]))
    assert outcomes([second]) == [("refused", "already_stored")]
    assert second["problem"]["data"] == {"id": stored["id"], "result": first["result"]}
    assert written() == ["甲"]


def test_a_command_that_was_replaced_before_it_came_has_no_effect_any_more(phone: SyncPhone) -> None:
    late = note(phone, "迟")
    assert outcomes(phone.send(note(phone, "新", instead_of=late["id"]))) == [("stored", "")]
    assert outcomes(phone.send(late)) == [("refused", "superseded")]
    assert written() == ["新"]


def test_a_run_is_handled_in_one_go_and_a_broken_one_command_by_command(phone: SyncPhone) -> None:
    def many(*texts: str) -> list[dict]:
        return [phone.command("test.put_notes", {"text": text}) for text in texts]

    run = many("一", "refuse", "二", "三")
    first = phone.send(*run, run[0])
    assert outcomes(first) == [
        ("stored", ""), ("refused", "not_so"), ("stored", ""), ("stored", ""), ("stored", ""),
    ]  # fmt: skip
    assert phone.send(*reversed(run)) == list(reversed(first[:4]))
    broken = many("四", "crash", "五")
    assert outcomes(phone.send(*broken)) == [("stored", ""), ("again", ""), ("stored", "")]
    mixed = [*many("六"), run[2], *many("七")]
    assert outcomes(phone.send(*mixed)) == [("stored", "")] * 3
    assert written() == ["一", "二", "三", "四", "五", "六", "七"]


def test_a_run_with_a_wrong_body_or_a_taken_number_refuses_those_alone(phone: SyncPhone) -> None:
    good = phone.command("test.put_notes", {"text": "甲"})
    wrong = phone.command("test.put_notes", {"text": None})
    phone.seq -= 2
    taken = phone.command("test.put_notes", {"text": "乙"})
    assert outcomes(phone.send(good, wrong, taken)) == [
        ("stored", ""), ("refused", "invalid"), ("refused", "seq_taken"),
    ]  # fmt: skip
    assert written() == ["甲"]


def test_a_phones_clock_ahead_of_the_server_writes_nothing_into_the_future(phone: SyncPhone) -> None:
    phone.send(note(phone, "甲", at=clock.now() + timedelta(hours=3)))
    row = Answer.objects.get()
    assert row.at <= row.received_at


def test_a_revoked_phone_sends_nothing_any_more(phone: SyncPhone) -> None:
    command = note(phone, "甲")
    org.revoke_device(actor=SYSTEM, device_id=phone.device_id)
    answer = phone.post_commands(json.dumps({"commands": [command]}).encode())
    assert (answer.status_code, answer.json()["code"]) == (401, "device_revoked")
    assert written() == []


def test_a_desk_cannot_send_commands_but_may_look_at_a_phones_records(cast: dict[str, Person]) -> None:
    browser = logged_in(cast["zhang"])
    answer = browser.post("/api/field/sync/commands", {"commands": []}, content_type="application/json")
    assert answer.status_code == 403
    assert browser.get("/api/field/sync/changes").json()["full"]


def test_answers_are_forgotten_after_ninety_days_and_changes_after_thirty(phone: SyncPhone) -> None:
    phone.send(note(phone, "甲"))
    with clock.moved_to(clock.now() + timedelta(days=31)):
        assert services.forget_old()[1] == 0
        assert Change.objects.count() == 0
    with clock.moved_to(clock.now() + timedelta(days=91)):
        assert services.forget_old() == (0, 1)


def test_a_seal_opens_only_with_the_servers_key() -> None:
    mine, other = sealing.private_key(b"\1" * 32), sealing.private_key(b"\2" * 32)
    sealed = sealing.seal(mine.public_key(), "身份证".encode())
    assert sealing.unseal(sealed, mine).decode() == "身份证"
    for key, raw in ((other, sealed), (mine, sealed[:-1]), (mine, b"\2" + sealed[1:]), (mine, b"")):
        with pytest.raises(ValueError, match=r"sealed as|cannot be opened"):
            sealing.unseal(raw, key)
