"""Seals and signatures as the phone makes them: the same cases in Python and TypeScript."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from wangge.kit import sealing, signatures
from wangge.org.rules import enrolment_text, request_text, signed_header
from wangge.sync.rules import Plain, Sent, command_text

VECTORS = Path(__file__).resolve().parents[3] / "contracts" / "vectors"
SEALS: dict[str, Any] = json.loads((VECTORS / "sealing.json").read_text())
SIGNATURES: dict[str, Any] = json.loads((VECTORS / "signatures.json").read_text())


def key(secret: str) -> Any:
    return sealing.private_key(bytes.fromhex(secret))


@pytest.mark.parametrize("case", SEALS["cases"])
def test_a_seal_is_made_and_opened_as_the_vectors_say(case: dict[str, Any]) -> None:
    reader = signatures.public_key(signatures.from_text(case["reader_spki"]))
    made = sealing.seal(
        reader,
        case["plain"].encode(),
        ephemeral=key(case["ephemeral_secret"]),
        nonce=signatures.from_text(case["nonce"]),
    )
    assert signatures.to_text(made) == case["sealed"]
    opened = sealing.unseal(signatures.from_text(case["sealed"]), key(case["reader_secret"]))
    assert opened.decode() == case["plain"]


@pytest.mark.parametrize("case", SEALS["refused"], ids=lambda case: case["why"])
def test_a_broken_seal_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"sealed as|cannot be opened"):
        sealing.unseal(signatures.from_text(case["sealed"]), key(case["reader_secret"]))


def text_of(case: dict[str, Any]) -> bytes:
    if case["what"] == "request":
        digest = hashlib.sha256(case["body"].encode()).hexdigest()
        return request_text(case["method"], case["target"], case["at"], digest)
    if case["what"] == "enrolment":
        return enrolment_text(case["code"], case["public_key"])
    sent = Sent(
        id=case["id"], seq=case["seq"], name=case["name"], at=case["at"], sig="", body=case["payload"]
    )
    return command_text(case["device_id"], sent, Plain(case["id"], case["at"]))


@pytest.mark.parametrize("case", SIGNATURES["cases"])
def test_a_signature_covers_exactly_its_text(case: dict[str, Any]) -> None:
    spki = signatures.from_text(SIGNATURES["public_key"])
    assert text_of(case) == case["text"].encode()
    assert signatures.holds(spki, case["signature"], case["text"].encode())
    assert not signatures.holds(spki, case["signature"], case["text"].encode() + b"\n")
    assert not signatures.holds(spki, case["signature"][:-2], case["text"].encode())


def test_the_header_is_read_as_it_is_written() -> None:
    signed = signed_header(SIGNATURES["header"])
    assert signed is not None
    assert (signed.device_id, signed.at) == (12, 1629344400123)
    assert signed.signature == SIGNATURES["cases"][0]["signature"]
    for broken in ("", "Bearer x", "Wangge-Device id=12", "Wangge-Device id=a, at=1, sig=x"):
        assert signed_header(broken) is None


@pytest.mark.parametrize("text", ["a b", "ä", "AAAAA", "====", "+/+/"])
def test_what_is_no_base64url_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64url"):
        signatures.from_text(text)
