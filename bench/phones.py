"""Phones for a bench: made by SQL, their day of work signed before the clock starts, then sent over HTTP."""

from __future__ import annotations

import asyncio
import hashlib
import importlib.util
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from psycopg import Connection

from bench.house import House
from wangge.kit import clock, sealing, signatures
from wangge.kit.ids import uuid7

BATCH = 100
OUTAGE = timedelta(hours=8)
Body = Callable[["Phone", random.Random, int], dict[str, Any]]

_PEOPLE = """
WITH grids AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM territory_area
               WHERE kind = 'grid' AND valid_to IS NULL),
     wanted AS (SELECT g, 1 + (g - 1) %% (SELECT count(*) FROM grids) AS n
                FROM generate_series(1, %(count)s) g),
     people AS (INSERT INTO org_account (username, name, password, is_active, must_change_password,
                                         totp_secret, totp_step, created_at)
                SELECT 'bench' || g, '网格员' || g, '', true, false, '', 0, now() FROM wanted
                RETURNING id, username)
INSERT INTO org_post (account_id, role, area_id, title, head, valid_from)
SELECT people.id, 'grid_worker', grids.id, '网格员', false, '2021-01-01'
FROM people JOIN wanted ON people.username = 'bench' || wanted.g JOIN grids USING (n)
ORDER BY wanted.g RETURNING id, area_id
"""
_DEVICE = """
INSERT INTO org_device (public_key, post_id, name, app, status, enrolled_at, seen_at)
VALUES (%s, %s, '测试手机', 'bench', 'active', now(), now()) RETURNING id
"""


def key_of(number: int) -> ec.EllipticCurvePrivateKey:
    """The key of a phone: always the same, so that it need not be passed between processes."""
    return sealing.private_key(hashlib.sha256(f"bench/{number}".encode()).digest())


def signed(key: ec.EllipticCurvePrivateKey, text: str) -> str:
    """A signature as WebCrypto makes it."""
    r, s = decode_dss_signature(key.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
    return signatures.to_text(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


@dataclass
class Phone:
    """One device and where its signed day of work lies."""

    number: int
    device_id: int
    post_id: int
    grid_id: int
    outbox: Path
    homes: list[int] = field(default_factory=list)
    cursor: str = ""
    sent: int = 0
    resent: int = 0


def enrol(db: Connection[Any], count: int, folder: Path) -> list[Phone]:
    """Grid workers with a phone each, one a grid as long as there are grids."""
    folder.mkdir(parents=True, exist_ok=True)
    posts = db.execute(_PEOPLE, {"count": count}).fetchall()
    phones = []
    for number, (post_id, grid_id) in enumerate(posts):
        spki = (
            key_of(number)
            .public_key()
            .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        )
        (device_id,) = db.execute(_DEVICE, [spki, post_id]).fetchone() or (0,)
        phones.append(Phone(number, device_id, post_id, grid_id, folder / f"{number}.json"))
    return phones


def write_day(phone: Phone, records: int, makers: list[tuple[str, Body]], run: int) -> int:
    """Capture and sign a phone's records of the outage, in batches of at most 100; returns the bytes."""
    key, rng = key_of(phone.number), random.Random(phone.number)
    begun = clock.now() - OUTAGE
    batches: list[list[dict[str, Any]]] = []
    for index in range(records):
        name, body = makers[index // run % len(makers)]
        at = (begun + OUTAGE * index / records).isoformat()
        payload = json.dumps(body(phone, rng, index), ensure_ascii=False)
        made = {"id": str(uuid7()), "seq": index + 1, "name": name, "at": at, "app": "bench", "body": payload}
        digest = hashlib.sha256(payload.encode()).hexdigest()
        parts = ("wangge.command.v1", phone.device_id, made["id"], index + 1, name, at, digest)
        if index % BATCH == 0:
            batches.append([])
        batches[-1].append(made | {"sig": signed(key, "\n".join(map(str, parts)))})
    lines = [json.dumps({"commands": batch}, ensure_ascii=False) for batch in batches]
    phone.outbox.write_text("\n".join(lines))
    return sum(len(line.encode()) for line in lines)


def settle(db: Connection[Any], phones: Sequence[Phone], each: int) -> None:
    """Households in every phone's grid, so that there is somebody to visit."""
    if importlib.util.find_spec("wangge.residents.models") is None:
        return
    rows = db.execute(_HOMES, {"grids": list({p.grid_id for p in phones}), "count": each}).fetchall()
    by_grid: dict[int, list[int]] = {}
    for pk, grid_id in rows:
        by_grid.setdefault(grid_id, []).append(pk)
    for phone in phones:
        phone.homes = by_grid[phone.grid_id]


_HOMES = """
INSERT INTO residents_household (number, kind, address, version, changed_at, place_id, town_id, village_id,
    grid_id, data_source, collected_at, purpose, expires_at)
SELECT '', 'family', '示范路' || c || '号', 1, now(), g.id, g.town_id, g.village_id, g.id, 'system', now(),
    'grid_service', now() + interval '2 years'
FROM territory_area g CROSS JOIN generate_series(1, %(count)s) AS c WHERE g.id = ANY(%(grids)s)
RETURNING id, grid_id
"""


def furnish(house: House, grids: Sequence[int], people: int, enterprises: int) -> None:
    """Fill some grids with invented people, households and enterprises, as far as the house has them."""
    from wangge.territory import queries as territory

    cards = [territory.area(pk) for pk in dict.fromkeys(grids)]
    if importlib.util.find_spec("wangge.residents.invented") is not None:
        from bench.residents import Part
        from wangge.residents.invented import Town

        part, town = Part(1_000_000), Town("sync", clock.today())
        for card in cards:
            part.add(card, town.homes(people))
        with house.sql() as db:
            part.copy(db)
    if importlib.util.find_spec("wangge.premises.feeds") is not None:
        with house.sql() as db:
            db.execute(_ENTERPRISES, {"grids": [card.id for card in cards], "count": enterprises})


_ENTERPRISES = """
INSERT INTO premises_premises (kind, name, short_name, sort_key, credit_code, industry, above_scale, address,
    town_id, village_id, grid_id, staff_total, status, version, source, created_at, created_by,
    created_by_label, changed_at)
SELECT 'enterprise', g.name || '第' || c || '纺织厂', '', '',
    '91320699' || lpad((g.id * 1000 + c)::text, 10, '0'), 'textile', c %% 5 = 0,
    '示范路' || c || '号', g.town_id, g.village_id, g.id, 10 + c, 'active', 1, 'bench',
    now(), 'system:bench', '', now()
FROM territory_area g CROSS JOIN generate_series(1, %(count)s) AS c WHERE g.id = ANY(%(grids)s)
"""


@dataclass
class Tally:
    """What all phones saw."""

    outcomes: dict[str, int] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    stumbles: int = 0
    waited_in_vain: int = 0
    first_problem: str = ""


class Line:
    """One phone's keep-alive connection; every request is signed as it leaves."""

    def __init__(self, host: str, port: int, phone: Phone) -> None:
        self.host, self.port, self.phone, self.key = host, port, phone, key_of(phone.number)
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, target: str, body: bytes = b"") -> tuple[int, bytes]:
        """Status and body (as it came: compressed)."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        assert self.reader is not None
        at = int(datetime.now().timestamp() * 1000)  # noqa: DTZ005
        digest = hashlib.sha256(body).hexdigest()
        sig = signed(self.key, f"wangge.request.v1\n{method}\n{target}\n{at}\n{digest}")
        head = (
            f"{method} {target} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nAccept-Encoding: gzip\r\n"
            f"Authorization: Wangge-Device id={self.phone.device_id}, at={at}, sig={sig}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        try:
            self.writer.write(head.encode() + body)
            await self.writer.drain()
            raw = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            length = next(int(line[15:]) for line in raw if line.lower().startswith("content-length:"))
            return int(raw[0].split(" ")[1]), await self.reader.readexactly(length)
        except (OSError, EOFError, StopIteration):
            self.close()
            raise

    def close(self) -> None:
        """Hang up."""
        if self.writer is not None:
            self.writer.close()
            self.writer = None


PATIENCE, PAUSE, LONGEST_PAUSE = 45.0, 3.0, 300.0  # as web/src/offline has them


async def drain(line: Line, tally: Tally, lost: float, rng: random.Random) -> None:
    """Send a phone's outbox, oldest first, as the program does: it gives up waiting after 45 s and tries
    again after growing pauses; again at once when the answer was lost on the way (a share ``lost``)."""
    for text in line.phone.outbox.read_bytes().split(b"\n"):
        failures = 0
        while True:
            begun = time.perf_counter()
            try:
                status, body = await asyncio.wait_for(
                    line.ask("POST", "/api/field/sync/commands", text), PATIENCE
                )
            except TimeoutError:
                line.close()
                status, body = 0, b"no answer in time"
                tally.waited_in_vain += 1
            except (OSError, EOFError, StopIteration):
                status, body = 0, b"the line broke"
            if status != 200:
                tally.stumbles += 1
                tally.first_problem = tally.first_problem or f"{status} {body[:200]!r}"
                pause = min(PAUSE * 2**failures, LONGEST_PAUSE)
                await asyncio.sleep(pause * (0.8 + 0.2 * rng.random()))
                failures += 1
                continue
            tally.times.append((time.perf_counter() - begun) * 1000)
            if rng.random() < lost:
                line.phone.resent += 1
                continue
            break
        note(tally, body)
        line.phone.sent += 1
    line.close()


def note(tally: Tally, body: bytes) -> None:
    """Count the answers of a batch."""
    import gzip

    raw = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
    for answer in json.loads(raw)["answers"]:
        tally.outcomes[answer["outcome"]] = tally.outcomes.get(answer["outcome"], 0) + 1
        if answer["problem"] and not tally.first_problem:
            tally.first_problem = json.dumps(answer["problem"], ensure_ascii=False)[:300]
