"""Sealing for one reader: a phone seals what only this server can open (``wangge.seal.v1``).

``0x01 | ephemeral P-256 key, uncompressed (65) | nonce (12) | AES-256-GCM ciphertext and tag``; the
AES key is HKDF-SHA-256 of the ECDH secret, without salt, info ``wangge.seal.v1``. A lost phone cannot
read its own outbox: it never had the private key. Vectors: contracts/vectors/sealing.json.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"\x01"
POINT, NONCE = 65, 12
INFO = b"wangge.seal.v1"
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_private: list[ec.EllipticCurvePrivateKey] = []


def use_secret(secret: bytes) -> None:
    """Set the server's private key from a secret of 32 bytes; called once at start."""
    if len(secret) != 32:
        raise ValueError("the sealing secret needs 32 bytes")
    _private[:] = [private_key(secret)]


def private_key(secret: bytes) -> ec.EllipticCurvePrivateKey:
    """The P-256 key of a secret."""
    return ec.derive_private_key(int.from_bytes(secret) % (_ORDER - 1) + 1, ec.SECP256R1())


def public_spki() -> bytes:
    """The server's public key as SubjectPublicKeyInfo, for phones."""
    return (
        _private[0]
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )


def _cipher(secret: bytes) -> AESGCM:
    return AESGCM(HKDF(hashes.SHA256(), 32, salt=None, info=INFO).derive(secret))


def seal(
    reader: ec.EllipticCurvePublicKey,
    plain: bytes,
    *,
    ephemeral: ec.EllipticCurvePrivateKey | None = None,
    nonce: bytes = b"",
) -> bytes:
    """What only the reader opens; ``ephemeral`` and ``nonce`` are given by vectors alone."""
    once = ephemeral or ec.generate_private_key(ec.SECP256R1())
    nonce = nonce or os.urandom(NONCE)
    point = once.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    return VERSION + point + nonce + _cipher(once.exchange(ec.ECDH(), reader)).encrypt(nonce, plain, None)


def unseal(sealed: bytes, key: ec.EllipticCurvePrivateKey | None = None) -> bytes:
    """The plain bytes; ``ValueError`` for what was tampered with, cut off or meant for somebody else."""
    if len(sealed) < 1 + POINT + NONCE + 16 or sealed[:1] != VERSION:
        raise ValueError("not sealed as wangge.seal.v1")
    point, nonce = sealed[1 : 1 + POINT], sealed[1 + POINT : 1 + POINT + NONCE]
    try:
        other = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        secret = (key or _private[0]).exchange(ec.ECDH(), other)
        return _cipher(secret).decrypt(nonce, sealed[1 + POINT + NONCE :], None)
    except (InvalidTag, ValueError):
        raise ValueError("cannot be opened with this key") from None
