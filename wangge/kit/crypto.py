"""Personal data at rest: AES-256-GCM for the value, HMAC-SHA-256 with a key per domain to find it.

Keys come from one master secret (32 bytes) that the project reads from ``var/secrets``; each
domain (``phone``, ``id_no`` …) derives its own pair with HKDF, so an index of one domain says
nothing about another.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import os

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_master: list[bytes] = []


def use_master(secret: bytes) -> None:
    """Set the master secret (32 bytes or more); called once at start."""
    if len(secret) < 32:
        raise ValueError("the master secret needs 32 bytes")
    _master[:] = [secret]
    _key.cache_clear()


@functools.lru_cache(maxsize=64)
def _key(domain: str, use: str) -> bytes:
    derive = HKDF(hashes.SHA256(), 32, salt=None, info=f"wangge/{domain}/{use}".encode())
    return derive.derive(_master[0])


def seal(domain: str, plain: str) -> bytes:
    """Encrypt ``plain``; the result is version byte + 12-byte nonce + ciphertext. ``""`` stays empty."""
    if not plain:
        return b""
    nonce = os.urandom(12)
    return b"\x01" + nonce + AESGCM(_key(domain, "seal")).encrypt(nonce, plain.encode(), domain.encode())


def unseal(domain: str, sealed: bytes | memoryview) -> str:
    """Decrypt what ``seal`` made; raises ``InvalidTag`` when it was tampered with."""
    raw = bytes(sealed)
    if not raw:
        return ""
    return AESGCM(_key(domain, "seal")).decrypt(raw[1:13], raw[13:], domain.encode()).decode()


def blind_index(domain: str, normal: str) -> bytes:
    """Keyed 16-byte hash of a normalised value, for equality look-ups. ``""`` gives ``b""``."""
    if not normal:
        return b""
    return hmac.new(_key(domain, "index"), normal.encode(), hashlib.sha256).digest()[:16]


def mask_phone(number: str) -> str:
    """``13812345678`` → ``138****5678``; short numbers keep their last two digits."""
    if len(number) >= 7:
        return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"
    return "*" * max(len(number) - 2, 0) + number[-2:]


def mask_id_no(id_no: str) -> str:
    """``320612198001011234`` → ``320612********1234``."""
    return f"{id_no[:6]}{'*' * max(len(id_no) - 10, 0)}{id_no[-4:]}" if len(id_no) > 10 else "*" * len(id_no)


def mask_name(name: str) -> str:
    """``张三丰`` → ``张**``: the family name stays."""
    return name[:1] + "*" * max(len(name) - 1, 0)
