"""Simulated phones: enrolled with a key of their own, offline when they are told to be, signing everything.

What a phone captures it keeps; what it sends goes through the same door as a real phone's commands
(``sync.services.take``), in the order of capture, a hundred at a time.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from wangge.kit import clock, signatures
from wangge.kit.actor import Actor
from wangge.kit.ids import uuid7
from wangge.org import queries as org
from wangge.org import services as devices
from wangge.sync import services as sync

BATCH = 100
APP = "rehearsal"


@dataclass
class SimPhone:
    """One phone of one post. ``outbox`` holds what was captured and not yet acknowledged."""

    post_id: int
    offline: bool = False
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    device_id: int = 0
    seq: int = 0
    outbox: list[dict[str, Any]] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    results: dict[str, Any] = field(default_factory=dict)

    def enrol(self, actor: Actor) -> SimPhone:
        """Scan the code of the post and prove to hold the key."""
        made = devices.make_enrolment_code(actor=actor, post_id=self.post_id)
        spki = self.key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        public = signatures.to_text(spki)
        proof = self._sign(f"wangge.enrol.v1\n{made.code}\n{public}")
        device = devices.enrol_device(
            code=made.code, public_key=public, name="演练手机", app=APP, proof=proof
        )
        self.device_id = device.pk
        return self

    def _sign(self, text: str) -> str:
        r, s = decode_dss_signature(self.key.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
        return signatures.to_text(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def capture(self, name: str, body: dict[str, Any], at: datetime) -> str:
        """Write a command down at its moment, signed; returns its id."""
        self.seq += 1
        text = json.dumps(body, ensure_ascii=False)
        one: dict[str, Any] = {
            "id": str(uuid7()),
            "seq": self.seq,
            "name": name,
            "at": at.isoformat(),
            "app": APP,
            "body": text,
        }
        digest = hashlib.sha256(text.encode()).hexdigest()
        parts = ("wangge.command.v1", self.device_id, one["id"], self.seq, name, one["at"], digest)
        self.outbox.append(one | {"sig": self._sign("\n".join(map(str, parts)))})
        return str(one["id"])

    def send(self, *, answer_is_lost: bool = False) -> None:
        """Send what waits, oldest first; with a lost answer everything is sent a second time later."""
        while self.outbox:
            part = self.outbox[:BATCH]
            answers = self._deliver(part)
            if answer_is_lost:
                again = self._deliver(part)
                if [a["id"] for a in again] != [a["id"] for a in answers] or again != answers:
                    self.problems["answers_differ"] += 1
                answer_is_lost = False
            self._settle(answers)
            del self.outbox[: len(part)]

    def _deliver(self, part: list[dict[str, Any]]) -> list[dict[str, Any]]:
        entry = org.device_entry(self.device_id)
        if entry is None or entry.actor is None:
            raise RuntimeError("the phone is not enrolled")
        raw = json.dumps({"commands": part}, ensure_ascii=False).encode()
        return sync.take(device=entry, raw=raw)

    def _settle(self, answers: list[dict[str, Any]]) -> None:
        for answer in answers:
            self.outcomes[answer["outcome"]] += 1
            self.results[answer["id"]] = answer["result"]
            if answer["problem"]:
                self.problems[answer["problem"]["code"]] += 1


@dataclass
class Fleet:
    """Phones by post, and when each of them has something to do."""

    phones: dict[int, SimPhone] = field(default_factory=dict)

    def enrol(self, actor: Actor, post_ids: list[int]) -> None:
        """A phone for every post; every second one is offline for hours."""
        for number, post_id in enumerate(post_ids):
            self.phones[post_id] = SimPhone(post_id, offline=number % 2 == 1).enrol(actor)

    def total(self, outcome: str) -> int:
        """How many commands ended so."""
        return sum(phone.outcomes[outcome] for phone in self.phones.values())

    def problems(self) -> dict[str, int]:
        """What was refused, by code."""
        found: Counter[str] = Counter()
        for phone in self.phones.values():
            found.update(phone.problems)
        return dict(found)

    def at(self, moment: datetime, post_id: int, *, answer_is_lost: bool = False) -> None:
        """Let one phone send at a moment."""
        with clock.moved_to(moment):
            self.phones[post_id].send(answer_is_lost=answer_is_lost)
