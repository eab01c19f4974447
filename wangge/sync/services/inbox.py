"""Commands up: each is handled exactly once and its answer kept with the effect."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import msgspec
import structlog
from django.db import connection, transaction

from wangge.kit import clock, commands, permissions, sealing, signatures
from wangge.kit.actor import Actor
from wangge.kit.commands import Command, Envelope
from wangge.kit.errors import BusinessError, Conflict, Invalid, Locked, StaleVersion, TooMany
from wangge.org.queries import DeviceEntry
from wangge.sync import permissions as verbs
from wangge.sync.models import Answer
from wangge.sync.rules import MOST_BYTES, MOST_COMMANDS, OLDEST_COMMAND, Batch, Plain, Sent, command_text

log = structlog.get_logger(__name__)
Reply = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """A command whose signature holds."""

    sent: Sent
    hash: bytes


def take(*, device: DeviceEntry, raw: bytes) -> list[Reply]:
    """Handle a batch; the answers stand in the order of the commands.

    Raises 413 ``too_large`` above 100 commands or 1 MB, 422 when the batch is no batch.
    """
    actor = cast(Actor, device.actor)
    permissions.require(actor, verbs.USE)
    if len(raw) > MOST_BYTES:
        raise _too_large()
    try:
        batch = msgspec.json.decode(raw, type=Batch)
    except msgspec.MsgspecError as error:
        raise Invalid("提交的内容格式不正确", code="malformed") from error
    if len(batch.commands) > MOST_COMMANDS:
        raise _too_large()
    return _Inbox(actor, device, clock.now()).take(batch.commands)


def _too_large() -> BusinessError:
    data = {"commands": MOST_COMMANDS, "bytes": MOST_BYTES}
    return BusinessError("一次提交的内容太多,请分批提交", code="too_large", status=413, data=data)


def reply(
    command_id: UUID | str, outcome: str, result: Any = None, problem: dict[str, Any] | None = None
) -> Reply:
    """One answer."""
    return {"id": str(command_id), "outcome": outcome, "result": result, "problem": problem}


def problem_of(error: BusinessError) -> dict[str, Any]:
    """What the phone is told of a refusal."""
    return {"code": error.code, "status": error.status, "detail": error.message, "data": error.data}


def refusal(command_id: UUID | str, code: str, detail: str) -> Reply:
    """A refusal that is not kept: the command could not be told from a forged one."""
    problem = {"code": code, "status": 409, "detail": detail, "data": {}}
    return reply(command_id, "refused", None, problem)


class _Inbox:
    """One batch of one phone."""

    def __init__(self, actor: Actor, device: DeviceEntry, now: datetime) -> None:
        self.actor, self.device, self.now = actor, device, now
        self.known = commands.known()
        self.kept: dict[UUID, Reply] = {}
        self.hashes: dict[UUID, bytes] = {}

    def take(self, raws: Sequence[msgspec.Raw]) -> list[Reply]:
        read = [self._read(raw) for raw in raws]
        self._look_up([r.sent.id for r in read if isinstance(r, Read)])
        replies: list[Reply] = []
        for many, run in itertools.groupby(read, key=self._run_of):
            members = list(run)
            if many is None or len(members) == 1:
                replies += [self._one(r) if isinstance(r, Read) else r for r in members]
            else:
                replies += self._many(many, cast(list[Read], members))
        return replies

    def _read(self, raw: msgspec.Raw) -> Read | Reply:
        """A command of this phone, or the refusal of what is none."""
        try:
            plain = msgspec.json.decode(raw, type=Plain)
            sent = msgspec.json.decode(raw, type=Sent)
        except msgspec.MsgspecError:
            return refusal(_id_in(raw), "malformed", "提交的内容格式不正确")
        if (sent.body is None) == (sent.sealed is None) or sent.at.tzinfo is None or not 0 < sent.seq < 2**62:
            return refusal(plain.id, "malformed", "提交的内容格式不正确")
        text = command_text(self.device.device_id, sent, plain)
        if not signatures.holds(self.device.public_key, sent.sig, text):
            return refusal(plain.id, "bad_signature", "这条记录的签名不正确,未被接收")
        return Read(sent, hashlib.sha256(text).digest())

    def _look_up(self, ids: Iterable[UUID]) -> None:
        """Answers kept earlier."""
        rows = Answer.objects.filter(device_id=self.device.device_id, command_id__in=list(ids))
        for row in rows.exclude(outcome="running"):
            self._keep(row.command_id, bytes(row.content_hash), row.outcome, row.result, row.problem)

    def _keep(
        self, command_id: UUID, content: bytes, outcome: str, result: Any, problem: dict[str, Any] | None
    ) -> Reply:
        self.hashes[command_id] = content
        self.kept[command_id] = reply(command_id, outcome, result, problem)
        return self.kept[command_id]

    def _run_of(self, item: Read | Reply) -> Command | None:
        """The command whose ``many`` may take this one along with its neighbours."""
        if not isinstance(item, Read) or item.sent.id in self.kept or item.sent.instead_of is not None:
            return None
        command = self.known.get(item.sent.name)
        return command if command is not None and command.many is not None else None

    def _again(self, item: Read) -> Reply | None:
        """The kept answer of a command that came before; ``None`` when it did not."""
        kept = self.kept.get(item.sent.id)
        if kept is None:
            return None
        content = self.hashes[item.sent.id]
        if content and content != item.hash:
            return refusal(item.sent.id, "other_content", "同一编号的记录内容不同,未被接收")
        return kept

    def _one(self, item: Read) -> Reply:
        if (kept := self._again(item)) is not None:
            return kept
        try:
            with transaction.atomic():
                if not self._claim([item]):
                    return self._settled(item)
                return self._finish([(item, self._attempt(item))])[0]
        except (Locked, TooMany):
            return reply(item.sent.id, "again")
        except Exception as error:
            log.exception(
                "sync.command_broke",
                name=item.sent.name,
                command=str(item.sent.id),
                error=type(error).__name__,
            )
            return reply(item.sent.id, "again")

    def _attempt(self, item: Read) -> commands.Answer | BusinessError:
        """The effect, or why not; a refusal leaves nothing behind."""
        try:
            with transaction.atomic():
                self._replaces(item)
                command, body = self._open(item)
                return command.handle(self.actor, self._envelope(item), body)
        except (Locked, TooMany):
            raise
        except BusinessError as error:
            return error

    def _many(self, command: Command, members: list[Read]) -> list[Reply]:
        """A run of commands of one name in one transaction; anything raised sends them one by one."""
        fresh = list({item.sent.id: item for item in members}.values())
        try:
            with transaction.atomic():
                claimed = self._claim(fresh)
                mine = [item for item in fresh if item.sent.id in claimed]
                self._finish(list(zip(mine, self._attempts(command, mine), strict=True)))
        except Exception as error:
            log.warning("sync.run_broke", name=command.name, size=len(fresh), error=type(error).__name__)
            for item in fresh:
                self.kept.pop(item.sent.id, None)
        return [self._again(item) or self._one(item) for item in members]

    def _attempts(self, command: Command, mine: list[Read]) -> list[commands.Answer | BusinessError]:
        assert command.many is not None
        outcomes: dict[UUID, commands.Answer | BusinessError] = {}
        opened: list[tuple[Envelope, Any]] = []
        for item in mine:
            try:
                opened.append((self._envelope(item), self._open(item)[1]))
            except BusinessError as error:
                outcomes[item.sent.id] = error
        if opened:
            with transaction.atomic():
                found = command.many(self.actor, opened)
            for (envelope, _body), outcome in zip(opened, found, strict=True):
                if isinstance(outcome, Exception) and not isinstance(outcome, BusinessError):
                    raise outcome
                outcomes[envelope.id] = outcome
        return [outcomes[item.sent.id] for item in mine]

    def _open(self, item: Read) -> tuple[Command, Any]:
        """The command and its body; raises the refusals of what cannot be read."""
        sent = item.sent
        command = self.known.get(sent.name)
        if command is None:
            raise BusinessError("服务器不认识这类记录,请更新手机程序", code="unknown_command")
        if sent.at < self.now - OLDEST_COMMAND:
            raise BusinessError("这条记录保存时间过长,请重新填写", code="too_old")
        raw = sent.body.encode() if sent.body is not None else _unsealed(sent.sealed or "")
        try:
            return command, msgspec.json.decode(raw, type=command.shape)
        except msgspec.MsgspecError as error:
            raise _invalid(error) from None

    def _envelope(self, item: Read) -> Envelope:
        """``at`` never lies in the future: a phone's clock may be wrong until it has met the server."""
        sent = item.sent
        return Envelope(sent.id, self.device.device_id, min(sent.at, self.now), self.now, sent.app)

    def _claim(self, items: Sequence[Read]) -> set[UUID]:
        """Write the rows of these commands first: whoever sends them at the same time waits here."""
        columns: list[list[Any]] = [
            [item.sent.id for item in items],
            [item.sent.seq for item in items],
            [item.sent.name[:60] for item in items],
            [item.hash for item in items],
            [item.sent.instead_of for item in items],
            [min(item.sent.at, self.now) for item in items],
        ]
        with connection.cursor() as cursor:
            cursor.execute(_CLAIM, [self.device.device_id, self.actor.post_id, self.now, *columns])
            return {row[0] for row in cursor.fetchall()}

    def _finish(self, outcomes: list[tuple[Read, commands.Answer | BusinessError]]) -> list[Reply]:
        """Keep the answers; returns them."""
        rows = [(item, *_outcome(outcome)) for item, outcome in outcomes]
        if rows:
            encode = msgspec.json.encode
            columns: list[list[Any]] = [
                [item.sent.id for item, *_ in rows],
                [outcome for _, outcome, _, _ in rows],
                [encode(result).decode() for _, _, result, _ in rows],
                [encode(problem).decode() if problem else None for _, _, _, problem in rows],
            ]
            with connection.cursor() as cursor:
                cursor.execute(_FINISH, [*columns, self.device.device_id])
        return [self._keep(item.sent.id, item.hash, o, result, problem) for item, o, result, problem in rows]

    def _settled(self, item: Read) -> Reply:
        """A row that could not be claimed: another request was faster, or the number is taken."""
        self._look_up([item.sent.id])
        taken = refusal(item.sent.id, "seq_taken", "这条记录的序号已被另一条使用,未被接收")
        return self._again(item) or taken

    def _replaces(self, item: Read) -> None:
        """A command sent instead of a refused one: the other must not have had an effect, nor get one."""
        earlier = item.sent.instead_of
        if earlier is None:
            return
        if earlier == item.sent.id:
            raise BusinessError("提交的内容格式不正确", code="malformed")
        with connection.cursor() as cursor:
            cursor.execute(
                _SUPERSEDE,
                [self.device.device_id, earlier, self.actor.post_id, item.sent.name[:60], self.now, self.now],
            )
        row = Answer.objects.filter(device_id=self.device.device_id, command_id=earlier).get()
        if row.outcome == "stored":
            data = {"id": str(earlier), "result": row.result}
            raise BusinessError("原来那条已经提交成功,不必重新提交", code="already_stored", data=data)


_CLAIM = """
INSERT INTO sync_answer (device_id, post_id, received_at, command_id, seq, name, content_hash, instead_of, at,
                         outcome, result)
SELECT %s, %s, %s, c.id, c.seq, c.name, c.hash, c.instead_of, c.at, 'running', '{}'
FROM unnest(%s::uuid[], %s::bigint[], %s::text[], %s::bytea[], %s::uuid[], %s::timestamptz[])
     AS c(id, seq, name, hash, instead_of, at)
ON CONFLICT DO NOTHING RETURNING command_id
"""
_FINISH = """
UPDATE sync_answer SET outcome = a.outcome, result = a.result, problem = a.problem
FROM unnest(%s::uuid[], %s::text[], %s::jsonb[], %s::jsonb[]) AS a(id, outcome, result, problem)
WHERE device_id = %s AND command_id = a.id
"""
_SUPERSEDE = """
INSERT INTO sync_answer (device_id, command_id, post_id, name, content_hash, outcome, result, problem, at,
                         received_at)
VALUES (%s, %s, %s, %s, '', 'refused', '{}',
        '{"code": "superseded", "status": 409, "detail": "已由另一条代替", "data": {}}', %s, %s)
ON CONFLICT DO NOTHING
"""


def _outcome(outcome: commands.Answer | BusinessError) -> tuple[str, Any, dict[str, Any] | None]:
    if not isinstance(outcome, BusinessError):
        return "stored", outcome, None
    two = isinstance(outcome, StaleVersion) or (isinstance(outcome, Conflict) and "server" in outcome.data)
    return "conflict" if two else "refused", None, problem_of(outcome)


def _unsealed(text: str) -> bytes:
    try:
        return sealing.unseal(signatures.from_text(text))
    except ValueError as error:
        raise BusinessError("加密内容无法打开,请重新填写", code="cannot_open") from error


def _invalid(error: msgspec.MsgspecError) -> Invalid:
    """Where the body is wrong; msgspec's own words may quote what was typed and stay here."""
    where = str(error).rpartition("$.")[2].rstrip("`") if "$." in str(error) else ""
    return Invalid("填写内容不完整或格式不正确", data={"fields": {where: "填写不正确"}} if where else {})


def _id_in(raw: msgspec.Raw) -> str:
    try:
        return msgspec.json.decode(raw, type=Plain).id
    except msgspec.MsgspecError:
        return ""
