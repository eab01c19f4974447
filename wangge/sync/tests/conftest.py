"""A small business for the tests: notes that belong to a grid, numbered, with a version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from django.db import connection

from wangge.kit import commands, feeds
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Conflict, Locked, StaleVersion
from wangge.org.testing import Person, the_cast

KIND = "test.note"


class PutNote(msgspec.Struct):
    """Write a note; ``text`` decides what goes wrong."""

    text: str
    note: int | None = None
    version: int | None = None


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """What a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall()) if cursor.description else []


def put_note(actor: Actor, envelope: commands.Envelope, body: PutNote) -> commands.Answer:
    """One note of the actor's grid, with the command's id; fails as its text says."""
    (pk,) = rows(
        "INSERT INTO test_note (area_id, text, client_id) VALUES (%s, %s, %s) RETURNING id",
        actor.area_id,
        body.text,
        envelope.id,
    )[0]
    feeds.changed(KIND, pk, area_ids=[actor.area_id or 0])
    if body.text == "refuse":
        raise BusinessError("不能这样写", code="not_so")
    if body.text == "stale":
        raise StaleVersion(data={"server": {"id": 1, "text": "别人写的"}})
    if body.text == "conflict":
        raise Conflict("已有一条", data={"server": {"id": 1}})
    if body.text == "locked":
        raise Locked("稍后再试")
    if body.text == "crash":
        raise ZeroDivisionError("张三 13800001234")
    return {"note": pk}


def put_notes(actor: Actor, members: Any) -> list[commands.Answer | Exception]:
    """Many notes in one statement; a text of ``crash`` breaks the run, ``refuse`` refuses its own."""
    if any(body.text == "crash" for _, body in members):
        raise ZeroDivisionError
    taken = [(e, b) for e, b in members if b.text != "refuse"]
    made = rows(
        "INSERT INTO test_note (area_id, text, client_id)"
        " SELECT %s, t, c FROM unnest(%s::text[], %s::uuid[]) AS x(t, c) RETURNING client_id, id",
        actor.area_id,
        [b.text for _, b in taken],
        [e.id for e, _ in taken],
    )
    numbers = dict(made)
    if numbers:
        feeds.changed(KIND, *numbers.values(), area_ids=[actor.area_id or 0])
    refusal = BusinessError("不能这样写", code="not_so")
    return [{"note": numbers[e.id]} if e.id in numbers else refusal for e, _ in members]


def read_notes(actor: Actor, ids: Any) -> Iterator[feeds.Record]:
    """The notes of the own grid, newest first."""
    condition, values = "area_id = %s", [actor.area_id]
    if ids is not None:
        condition, values = condition + " AND id = ANY(%s)", [*values, list(ids)]
    for pk, text in rows(f"SELECT id, text FROM test_note WHERE {condition} ORDER BY id DESC", *values):
        yield {"id": pk, "text": text}


@pytest.fixture
def cast(db: None) -> dict[str, Person]:
    """The people of every permission question."""
    return the_cast()


@pytest.fixture
def notes(monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[None]:
    """The business: its table, feed and commands, gone afterwards."""
    rows(
        "CREATE TABLE test_note (id bigserial PRIMARY KEY, area_id bigint, text text, client_id uuid UNIQUE)"
    )
    rows("GRANT ALL ON test_note TO wangge_web")
    rows("GRANT USAGE ON SEQUENCE test_note_id_seq TO wangge_web")
    known = dict(commands._commands)
    known["test.put_note"] = commands.Command("test.put_note", PutNote, put_note)
    known["test.put_notes"] = commands.Command("test.put_notes", PutNote, put_note, put_notes)
    monkeypatch.setattr(commands, "_commands", known)
    monkeypatch.setattr(
        feeds, "_feeds", feeds._feeds | {KIND: feeds.Feed(KIND, read_notes, 1, 50, frozenset())}
    )
    yield
    connection.close() if connection.needs_rollback else None
    rows("DROP TABLE IF EXISTS test_note")
