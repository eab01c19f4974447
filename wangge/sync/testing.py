"""A phone that syncs: signed and sealed commands up, changes down."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse

from wangge.kit import clock, sealing, signatures
from wangge.kit.ids import uuid7
from wangge.org.testing import Phone


@dataclass
class SyncPhone(Phone):
    """One device and the numbers of its commands."""

    seq: int = 0

    def command(
        self,
        name: str,
        body: dict[str, Any],
        *,
        at: datetime | None = None,
        sealed: bool = False,
        instead_of: str | None = None,
    ) -> dict[str, Any]:
        """A signed command with the next number."""
        self.seq += 1
        text = json.dumps(body, ensure_ascii=False)
        made: dict[str, Any] = {
            "id": str(uuid7()),
            "seq": self.seq,
            "name": name,
            "at": (at or clock.now()).isoformat(),
            "app": "1.0",
        }
        if sealed:
            reader = signatures.public_key(self.seal_key)
            made["sealed"] = text = signatures.to_text(sealing.seal(reader, text.encode()))
        else:
            made["body"] = text
        if instead_of is not None:
            made["instead_of"] = instead_of
        return made | {"sig": self.sign(self.command_text(made, text))}

    def command_text(self, made: dict[str, Any], payload: str) -> bytes:
        """What is signed of a command."""
        digest = hashlib.sha256(payload.encode()).hexdigest()
        parts = (
            "wangge.command.v1",
            self.device_id,
            made["id"],
            made["seq"],
            made["name"],
            made["at"],
            digest,
        )
        return "\n".join(map(str, parts)).encode()

    def send(self, *commands: dict[str, Any]) -> list[dict[str, Any]]:
        """The answers to a batch."""
        response = self.post_commands(json.dumps({"commands": commands}, ensure_ascii=False).encode())
        assert response.status_code == 200, response.content
        return response.json()["answers"]  # type: ignore[attr-defined, no-any-return]

    def post_commands(self, raw: bytes) -> HttpResponse:
        """A signed batch, as bytes."""
        target = "/api/field/sync/commands"
        headers = {"Authorization": self.header("POST", target, raw)}
        return self.client.post(target, raw, content_type="application/json", headers=headers)  # type: ignore[return-value]

    def changes(self, cursor: str = "") -> dict[str, Any]:
        """One page of changes."""
        response = self.get("/api/field/sync/changes" + (f"?cursor={cursor}" if cursor else ""))
        assert response.status_code == 200, response.content
        return response.json()  # type: ignore[attr-defined, no-any-return]


def a_phone(post_id: int, name: str = "测试手机") -> SyncPhone:
    """An enrolled phone of a post."""
    return SyncPhone.of(post_id, name)
