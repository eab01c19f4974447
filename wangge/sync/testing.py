"""A phone in Python: a key of its own, signed requests, signed and sealed commands."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from django.http import HttpResponse
from django.test import Client

from wangge.kit import clock, sealing, signatures
from wangge.kit.actor import system
from wangge.kit.ids import uuid7
from wangge.org import services as org

CODES = system("test")


@dataclass
class Phone:
    """One device; ``client`` is any Django test client."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    device_id: int = 0
    seal_key: bytes = b""
    seq: int = 0
    client: Client = field(default_factory=Client)

    @property
    def public_key(self) -> str:
        """SPKI, base64url."""
        spki = self.key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return signatures.to_text(spki)

    def sign(self, message: bytes) -> str:
        """r and s side by side, base64url, as WebCrypto signs."""
        r, s = decode_dss_signature(self.key.sign(message, ec.ECDSA(hashes.SHA256())))
        return signatures.to_text(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def header(self, method: str, target: str, body: bytes = b"", *, at: datetime | None = None) -> str:
        """The Authorization header of a request."""
        ms = int((at or clock.now()).timestamp() * 1000)
        text = f"wangge.request.v1\n{method}\n{target}\n{ms}\n{hashlib.sha256(body).hexdigest()}"
        return f"Wangge-Device id={self.device_id}, at={ms}, sig={self.sign(text.encode())}"

    def enrol(self, code: str, name: str = "测试手机", app: str = "1.0") -> HttpResponse:
        """Bind the key with a code."""
        proof = self.sign(f"wangge.enrol.v1\n{code}\n{self.public_key}".encode())
        body = {"code": code, "public_key": self.public_key, "name": name, "app": app, "proof": proof}
        response = self.client.post("/api/field/org/enrolments", body, content_type="application/json")
        if response.status_code == 201:
            self.device_id = response.json()["device_id"]
            self.seal_key = signatures.from_text(response.json()["seal_key"])
        return response  # type: ignore[return-value]

    def get(self, target: str, **headers: str) -> HttpResponse:
        """A signed GET."""
        headers = {"Authorization": self.header("GET", target)} | headers
        return self.client.get(target, headers=headers)  # type: ignore[return-value]

    def put(self, target: str, body: bytes, content_type: str, **headers: str) -> HttpResponse:
        """A signed PUT of bytes."""
        headers = {"Authorization": self.header("PUT", target, body)} | headers
        return self.client.put(target, body, content_type=content_type, headers=headers)  # type: ignore[return-value]

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


def a_phone(post_id: int, name: str = "测试手机") -> Phone:
    """An enrolled phone of a post."""
    phone = Phone()
    made = org.make_enrolment_code(actor=CODES, post_id=post_id)
    response = phone.enrol(made.code, name)
    assert response.status_code == 201, response.content
    return phone


def new_id() -> UUID:
    """A UUIDv7 as phones make them."""
    return uuid7()
