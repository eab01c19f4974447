"""Changes down: whose they are, what goes, when everything is given anew, how much at most."""

from __future__ import annotations

import gzip
from datetime import timedelta

import pytest
from django.db import connection, transaction

from wangge.kit import clock, feeds
from wangge.kit.actor import Actor
from wangge.kit.errors import Forbidden
from wangge.org import queries as org_queries
from wangge.org import services as org
from wangge.org.models import Post
from wangge.org.testing import Person, a_person, an_agency
from wangge.sync import queries
from wangge.sync.models import Answer, Change
from wangge.sync.testing import SyncPhone, a_phone
from wangge.sync.tests.conftest import KIND, rows
from wangge.territory.testing import a_grid, a_town, a_village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("notes")]


# Inside one test transaction nothing is settled: what needs pages or exact deltas commits.


@pytest.fixture
def phone(cast: dict[str, Person]) -> SyncPhone:
    return a_phone(cast["zhang"].post.pk)


def put(area_id: int | None, text: str = "甲") -> int:
    (pk,) = rows("INSERT INTO test_note (area_id, text) VALUES (%s, %s) RETURNING id", area_id, text)[0]
    feeds.changed(KIND, pk, area_ids=[area_id or 0])
    return int(pk)


def feed(monkeypatch: pytest.MonkeyPatch, read: feeds.Reader, **more: object) -> None:
    values = {"schema": 1, "most": 50, "roles": frozenset[str]()} | more
    monkeypatch.setattr(feeds, "_feeds", feeds._feeds | {KIND: feeds.Feed(KIND, read, **values)})  # type: ignore[arg-type]


def notes_of(page: dict) -> tuple[list[str], list[int], bool]:
    entry = page["kinds"].get(KIND, {"records": [], "gone": [], "whole": False})
    return [r["text"] for r in entry["records"]], entry["gone"], entry["whole"]


@pytest.mark.django_db(transaction=True)
def test_a_first_visit_gets_everything_of_its_grid_and_later_only_what_changed(
    phone: SyncPhone, cast: dict[str, Person]
) -> None:
    mine, other = cast["zhang"].actor.area_id, cast["xue"].actor.area_id
    put(mine, "甲")
    put(other, "外")
    first = phone.changes()
    assert first["full"]
    assert notes_of(first) == (["甲"], [], True)
    pk = put(mine, "乙")
    put(other, "外")
    later = phone.changes(first["cursor"])
    assert (later["full"], later["more"]) == (False, False)
    assert notes_of(later) == (["乙"], [], False)
    rows("DELETE FROM test_note WHERE id = %s", pk)
    feeds.changed(KIND, pk, area_ids=[mine or 0])
    assert notes_of(phone.changes(later["cursor"])) == ([], [pk], False)


def test_a_change_reaches_the_phones_of_the_area_above_it_and_below_it() -> None:
    town = a_town("二甲镇")
    village, other = a_village(town), a_village(town)
    grid, beside = a_grid(village), a_grid(other)
    phones = {
        name: a_phone(a_person(role, area=area.id).post.pk)
        for name, role, area in (
            ("grid", "grid_worker", grid),
            ("beside", "grid_worker", beside),
            ("village", "area_admin", village),
            ("town", "area_admin", town),
        )
    }
    phones["all"] = a_phone(a_person("commander").post.pk)
    cursors = {name: phone.changes()["cursor"] for name, phone in phones.items()}

    def told(**whom: list[int]) -> set[str]:
        feeds.changed("test.other")
        feeds.changed(KIND, 10**6, **whom)
        found = set()
        for name, phone in phones.items():
            page = phone.changes(cursors[name])
            cursors[name] = page["cursor"]
            found |= {name} if notes_of(page)[1] == [10**6] else set()
        Change.objects.all().delete()
        return found

    assert told(area_ids=[grid.id]) == {"grid", "village", "town", "all"}
    assert told(area_ids=[village.id]) == {"grid", "village", "town", "all"}
    assert told(area_ids=[town.id]) == {"grid", "beside", "village", "town", "all"}
    assert told() == set(phones)


def test_a_post_and_an_agency_are_told_alone() -> None:
    agency = an_agency("城管局")
    one, two = a_person("unit_handler", agency), a_person("unit_handler", agency)
    stranger = a_person("unit_handler", an_agency("住建局"))
    reach = {name: queries.reach_of(p.actor) for name, p in (("one", one), ("two", two), ("other", stranger))}
    place = queries.Cursor(0, 0, "", clock.now())
    feeds.changed(KIND, 1, post_ids=[one.post.pk])
    feeds.changed(KIND, 2, agency_ids=[agency.pk])
    seen = {name: [row[3] for row in queries._rows(r, place) if row[2] == KIND] for name, r in reach.items()}
    assert seen == {"one": [1, 2], "two": [2], "other": []}


def test_another_area_a_broken_or_an_old_cursor_gets_everything(phone: SyncPhone) -> None:
    first = phone.changes()
    assert not phone.changes(first["cursor"])["full"]
    for cursor in ("nonsense", first["cursor"][:-5], "W10"):
        assert phone.changes(cursor)["full"]
    with clock.moved_to(clock.now() + timedelta(days=29)):
        assert phone.changes(first["cursor"])["full"]
    grid = a_grid()
    Post.objects.filter(pk=org_queries.device_entry(phone.device_id).post_id).update(area_id=grid.id)  # type: ignore[union-attr]
    assert phone.changes(first["cursor"])["full"]


def test_a_cursor_of_a_database_that_was_set_back_gets_everything(phone: SyncPhone) -> None:
    place = queries.read_cursor(phone.changes()["cursor"], _scope(phone), clock.now())
    assert place is not None
    ahead = queries.Cursor(place.xid + 10**6, 0, place.scope, clock.now(), place.bounds)
    assert phone.changes(ahead.text())["full"]


def _scope(phone: SyncPhone) -> str:
    import base64
    import json

    text = phone.changes()["cursor"]
    return str(json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))[3])


def test_a_new_shape_of_a_kind_gives_everything_anew(
    phone: SyncPhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = phone.changes()
    feed(monkeypatch, lambda actor, ids: [], schema=2)
    later = phone.changes(first["cursor"])
    assert later["full"]
    assert later["kinds"][KIND]["schema"] == 2


def test_a_whole_kind_replaces_it(phone: SyncPhone, cast: dict[str, Person]) -> None:
    put(cast["zhang"].actor.area_id, "甲")
    first = phone.changes()
    rows("UPDATE test_note SET text = '新'")
    feeds.changed(KIND)
    assert notes_of(phone.changes(first["cursor"])) == (["新"], [], True)


def test_over_the_limit_the_newest_are_given_and_the_kind_is_cut(
    phone: SyncPhone, cast: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    from wangge.sync.tests.conftest import read_notes

    feed(monkeypatch, read_notes, most=3)
    area = cast["zhang"].actor.area_id
    ids = [put(area, str(number)) for number in range(4)]
    first = phone.changes()
    assert notes_of(first)[0] == ["3", "2", "1"]
    assert first["kinds"][KIND]["cut"] is True
    put(area, "4")
    later = phone.changes(first["cursor"])
    assert notes_of(later) == (["4", "3", "2"], [], True)
    rows("DELETE FROM test_note WHERE id = ANY(%s)", ids)
    feeds.changed(KIND, *ids, area_ids=[area or 0])
    last = phone.changes(later["cursor"])
    assert notes_of(last) == (["4"], [], True)
    assert "cut" not in last["kinds"][KIND]


def test_a_phone_never_holds_more_than_the_limit_however_the_records_come(
    phone: SyncPhone, cast: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    from wangge.sync.tests.conftest import read_notes

    feed(monkeypatch, read_notes, most=3)
    cursor, held = phone.changes()["cursor"], set[str]()
    for number in range(8):
        put(cast["zhang"].actor.area_id, str(number))
        page = phone.changes(cursor)
        texts, _gone, whole = notes_of(page)
        held = set(texts) if whole else held | set(texts)
        cursor = page["cursor"]
        assert len(held) <= 3
    assert held == {"5", "6", "7"}


@pytest.mark.django_db(transaction=True)
def test_many_changes_come_in_pages(
    phone: SyncPhone, cast: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE_ROWS", 2)
    cursor = phone.changes()["cursor"]
    for number in range(5):
        put(cast["zhang"].actor.area_id, str(number))
    seen, pages, more = [], 0, True
    while more:
        page = phone.changes(cursor)
        seen += notes_of(page)[0]
        cursor, more, pages = page["cursor"], page["more"], pages + 1
    assert sorted(seen) == ["0", "1", "2", "3", "4"]
    assert pages == 3


def test_everything_comes_in_pages_of_whole_kinds(
    phone: SyncPhone, cast: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE_RECORDS", 1)
    put(cast["zhang"].actor.area_id, "甲")
    page, fulls, kinds = phone.changes(), [], list[str]()
    while True:
        fulls.append(page["full"])
        kinds += page["kinds"]
        assert all(entry["whole"] for entry in page["kinds"].values())
        if not page["more"]:
            break
        page = phone.changes(page["cursor"])
    assert fulls[0] is True
    assert not any(fulls[1:])
    assert kinds == sorted(queries.feeds_of(cast["zhang"].actor))


def test_a_broken_kind_stops_no_other_and_comes_whole_when_it_is_mended(
    phone: SyncPhone, cast: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    from wangge.sync.tests.conftest import read_notes

    cursor = phone.changes()["cursor"]
    put(cast["zhang"].actor.area_id, "甲")

    def broken(actor: Actor, ids: object) -> list[feeds.Record]:
        raise ZeroDivisionError

    def shut(actor: Actor, ids: object) -> list[feeds.Record]:
        raise Forbidden

    feed(monkeypatch, broken)
    page = phone.changes(cursor)
    assert KIND not in page["kinds"]
    feed(monkeypatch, read_notes)
    mended = phone.changes(page["cursor"])
    assert notes_of(mended) == (["甲"], [], True)
    feed(monkeypatch, shut)
    assert notes_of(phone.changes()) == ([], [], True)


def test_the_answer_is_compressed(phone: SyncPhone, cast: dict[str, Person]) -> None:
    for number in range(30):
        put(cast["zhang"].actor.area_id, f"很长的一条记录{number}")
    target = "/api/field/sync/changes"
    plain, small = phone.get(target), phone.get(target, **{"Accept-Encoding": "gzip"})
    assert small["Content-Encoding"] == "gzip"
    assert len(small.content) < len(plain.content) / 3
    assert len(gzip.decompress(small.content)) == len(plain.content)


def test_the_whole_line_works_under_the_webs_own_role_and_answers_stay_with_their_post(
    phone: SyncPhone, cast: dict[str, Person]
) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE wangge_web")
        command = phone.command("test.put_note", {"text": "甲"})
        one = phone.send(command)
        assert one[0]["outcome"] == "stored"
        assert phone.send(command) == one
        assert notes_of(phone.changes())[0] == ["甲"]
        assert Answer.objects.count() == 0
        with org.scoped(cast["xue"].actor):
            assert Answer.objects.count() == 0
        with org.scoped(cast["zhang"].actor):
            assert Answer.objects.count() == 1
        cursor.execute("RESET ROLE")


@pytest.mark.django_db(transaction=True)
def test_reading_changes_costs_few_statements(
    phone: SyncPhone, cast: dict[str, Person], django_assert_max_num_queries: object
) -> None:
    cursor = phone.changes()["cursor"]
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        assert phone.changes(cursor)["kinds"] == {}
