"""Whatever happens in whatever order: in the end the phone holds what the server has, and every command
had its effect exactly once.

Random actions on both sides: records are put, changed, moved between grids and deleted, in transactions
that stay open while others commit; commands are captured, sent in batches, their answers lost, sent again;
transaction numbers are burnt; phones forget their cursor.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wangge.kit import clock, feeds
from wangge.org import services as org
from wangge.org.testing import SYSTEM, Person, the_cast
from wangge.sync.services.changes import _KEEP
from wangge.sync.testing import SyncPhone, a_phone
from wangge.sync.tests.conftest import KIND, read_notes, rows

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("notes")]


@dataclass
class Pocket:
    """A phone as the program on it works: records by kind, a cursor, an outbox."""

    phone: SyncPhone
    grid: int
    most: int
    cursor: str = ""
    records: dict[int, dict[str, Any]] = field(default_factory=dict)
    outbox: list[dict[str, Any]] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)
    stored: dict[str, int] = field(default_factory=dict)

    def capture(self, text: str) -> None:
        name = "test.put_notes" if len(text) % 2 else "test.put_note"
        self.outbox.append(self.phone.command(name, {"text": text}))

    def send(self, size: int, *, lost: bool) -> None:
        batch = self.outbox[:size]
        answers = self.phone.send(*batch) if batch else []
        self.sent += [command for command in batch if command not in self.sent]
        if lost:
            return
        for command, answer in zip(batch, answers, strict=True):
            assert answer["outcome"] == "stored"
            assert self.stored.setdefault(command["id"], answer["result"]["note"]) == answer["result"]["note"]
        self.outbox = self.outbox[size:]

    def resend(self, at: int) -> None:
        if self.sent:
            (answer,) = self.phone.send(self.sent[at % len(self.sent)])
            known = self.stored.get(answer["id"], answer["result"]["note"])
            assert (answer["outcome"], answer["result"]["note"]) == ("stored", known)

    def pull(self, pages: int = 50) -> None:
        for _ in range(pages):
            page = self.phone.changes(self.cursor)
            if page["full"]:
                self.records = {}
            entry = page["kinds"].get(KIND)
            if entry is not None:
                if entry["whole"]:
                    self.records = {}
                self.records |= {record["id"]: record for record in entry["records"]}
                for pk in entry["gone"]:
                    self.records.pop(pk, None)
            self.cursor = page["cursor"]
            assert len(self.records) <= self.most
            if not page["more"]:
                return
        raise AssertionError("the pages do not end")


@dataclass
class World:
    """The server's side: direct writes, some in transactions that stay open."""

    grids: tuple[int, int]
    pockets: list[Pocket]
    open: list[psycopg.Connection[Any]] = field(default_factory=list)

    def write(self, run: Callable[..., Any], action: str, at: int, text: str) -> None:
        """One write with its change, by whoever runs statements."""
        grid, other = self.grids[at % 2], self.grids[(at + 1) % 2]
        found = [(pk, area) for pk, area in run("SELECT id, area_id FROM test_note ORDER BY id")]
        if action == "put" or not found:
            pk = run("INSERT INTO test_note (area_id, text) VALUES (%s, %s) RETURNING id", grid, text)[0][0]
            areas = [grid]
        else:
            pk, area = found[at % len(found)]
            areas = [area]
            if action == "edit":
                run("UPDATE test_note SET text = %s WHERE id = %s", text, pk)
            elif action == "move":
                target = other if area == grid else grid
                run("UPDATE test_note SET area_id = %s WHERE id = %s", target, pk)
                areas = [area, target]
            else:
                run("DELETE FROM test_note WHERE id = %s", pk)
        whole = action == "edit" and at % 5 == 0
        columns = [areas, [None] * len(areas), [None] * len(areas)]
        run(_KEEP, KIND, clock.now(), [None if whole else pk], *columns)

    def begin(self, action: str, at: int, text: str) -> None:
        """A write in a transaction that stays open; what waits for another is given up."""
        other = psycopg.connect(**connection.get_connection_params() | {"autocommit": False})
        other.execute("SET lock_timeout = '20ms'")

        def run(sql: str, *values: Any) -> list[tuple[Any, ...]]:
            cursor = other.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

        try:
            self.write(run, action, at, text)
            self.open.append(other)
        except psycopg.errors.LockNotAvailable:
            other.close()

    def finish(self, at: int, *, keep: bool) -> None:
        if self.open:
            other = self.open.pop(at % len(self.open))
            other.commit() if keep else other.rollback()
            other.close()

    def now(self, action: str, at: int, text: str) -> None:
        """A write that commits at once; what an open transaction holds is left alone."""
        rows("SET lock_timeout = '20ms'")
        connection.set_autocommit(False)
        try:
            self.write(rows, action, at, text)
            connection.commit()
        except Exception as error:
            connection.rollback()
            if "lock timeout" not in str(error):
                raise
        finally:
            connection.set_autocommit(True)
            rows("SET lock_timeout = '3s'")


WRITES = st.sampled_from(["put", "edit", "move", "delete"])
NUMBER, TEXT = st.integers(0, 9), st.text("甲乙丙", min_size=1, max_size=4)
KINDS_OF_ACTION = {
    "now": st.tuples(st.just("now"), WRITES, NUMBER, TEXT),
    "begin": st.tuples(st.just("begin"), WRITES, NUMBER, TEXT),
    "finish": st.tuples(st.just("finish"), NUMBER, st.booleans()),
    "burn": st.tuples(st.just("burn"), st.integers(1, 3)),
    "capture": st.tuples(st.just("capture"), st.integers(0, 2), TEXT),
    "send": st.tuples(st.just("send"), st.integers(0, 2), st.integers(1, 5), st.booleans()),
    "resend": st.tuples(st.just("resend"), st.integers(0, 2), NUMBER),
    "pull": st.tuples(st.just("pull"), st.integers(0, 2)),
    "forget": st.tuples(st.just("forget"), st.integers(0, 2)),
}
OFTEN = ["now"] * 4 + ["begin"] * 2 + ["pull"] * 5 + ["capture"] * 2 + ["send"] * 3
ACTIONS = st.sampled_from([*OFTEN, *KINDS_OF_ACTION]).flatmap(KINDS_OF_ACTION.__getitem__)
PROLOGUE = [("now", "put", number, "始") for number in range(4)] + [("pull", number) for number in range(3)]


def act(world: World, action: tuple[Any, ...]) -> None:
    """One step."""
    name, *rest = action
    if name == "now":
        world.now(*rest)
    elif name == "begin" and len(world.open) < 3:
        world.begin(*rest)
    elif name == "finish":
        world.finish(rest[0], keep=rest[1])
    elif name == "burn":
        for _ in range(rest[0]):
            rows("SELECT pg_current_xact_id()")
    elif name == "capture":
        world.pockets[rest[0]].capture(rest[1])
    elif name == "send":
        world.pockets[rest[0]].send(rest[1], lost=rest[2])
    elif name == "resend":
        world.pockets[rest[0]].resend(rest[1])
    elif name == "pull":
        world.pockets[rest[0]].pull()
    elif name == "forget":
        world.pockets[rest[0]].cursor = ""


@pytest.fixture
def people(transactional_db: None) -> Iterator[dict[str, Person]]:
    return the_cast()  # type: ignore[return-value]


def settled(world: World) -> None:
    """Everything is finished and sent; what must hold then."""
    while world.open:
        world.finish(0, keep=True)
    for pocket in world.pockets:
        while pocket.outbox:
            pocket.send(3, lost=False)
    for pocket in world.pockets:
        pocket.pull()
        newest = rows(
            "SELECT id, text FROM test_note WHERE area_id = %s ORDER BY id DESC LIMIT %s",
            pocket.grid,
            pocket.most,
        )
        assert {pk: r["text"] for pk, r in pocket.records.items()} == dict(newest)
        for command in pocket.sent:
            counted = rows("SELECT count(*) FROM test_effect WHERE client_id = %s", command["id"])
            assert counted == [(1,)], json.dumps(command)


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(ACTIONS, min_size=15, max_size=60), st.sampled_from([4, 12, 50]))
def test_phones_and_server_agree_after_any_order_of_events(
    people: dict[str, Person], script: list[tuple[Any, ...]], most: int
) -> None:
    # A phone that holds few records is cut, one that holds many is not.
    feeds._feeds[KIND] = feeds.Feed(KIND, read_notes, 1, most, frozenset())
    # Notes may be deleted by the script; what commands did is counted where nothing is deleted.
    rows("CREATE TABLE IF NOT EXISTS test_effect (client_id uuid)")
    rows(
        "CREATE OR REPLACE FUNCTION test_count() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF NEW.client_id IS NOT NULL THEN INSERT INTO test_effect VALUES (NEW.client_id); END IF;"
        " RETURN NEW; END $$"
    )
    rows(
        "CREATE OR REPLACE TRIGGER test_count AFTER INSERT ON test_note"
        " FOR EACH ROW EXECUTE FUNCTION test_count()"
    )
    rows("DELETE FROM test_note")
    a, b = people["zhang"].post, people["xue"].post
    posts = (a, b, a)
    pockets = [Pocket(a_phone(post.pk), post.area_id or 0, most) for post in posts]
    world = World((a.area_id or 0, b.area_id or 0), pockets)
    try:
        for action in [*PROLOGUE, *script]:
            act(world, action)
        settled(world)
    finally:
        for other in world.open:
            other.close()


def test_a_change_of_a_long_transaction_comes_after_later_ones_and_is_not_lost(
    people: dict[str, Person],
) -> None:
    post = people["zhang"].post
    pocket = Pocket(a_phone(post.pk), post.area_id or 0, 50)
    world = World((post.area_id or 0, 0), [pocket])
    pocket.pull()
    world.begin("put", 0, "早开始")
    for number in range(3):
        world.now("put", 0, f"后来{number}")
        pocket.pull()
    assert sorted(r["text"] for r in pocket.records.values()) == ["后来0", "后来1", "后来2"]
    before = pocket.cursor
    world.finish(0, keep=True)
    pocket.pull()
    assert sorted(r["text"] for r in pocket.records.values()) == ["后来0", "后来1", "后来2", "早开始"]
    again = pocket.phone.changes(pocket.cursor)
    assert again["kinds"] == {}
    assert not pocket.phone.changes(before)["full"]


def test_a_revoked_phone_gets_and_gives_nothing_from_the_next_request_on(people: dict[str, Person]) -> None:
    phone = a_phone(people["zhang"].post.pk)
    command = phone.command("test.put_note", {"text": "甲"})
    cursor = phone.changes()["cursor"]
    org.revoke_device(actor=SYSTEM, device_id=phone.device_id)
    for answer in (
        phone.get(f"/api/field/sync/changes?cursor={cursor}"),
        phone.post_commands(json.dumps({"commands": [command]}).encode()),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "device_revoked")
    assert rows("SELECT count(*) FROM test_note") == [(0,)]
