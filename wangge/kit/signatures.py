"""ECDSA P-256 signatures as browsers make them (WebCrypto): SHA-256, r and s side by side, base64url.

``vectors``: contracts/vectors/signatures.json, shared with the phone.
"""

from __future__ import annotations

import base64
import binascii
import functools

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

SIGNATURE_BYTES = 64


def to_text(raw: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def from_text(text: str) -> bytes:
    """The bytes of base64url text, padded or not; ``ValueError`` when it is none."""
    try:
        if "+" in text or "/" in text:
            raise ValueError
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError, UnicodeEncodeError):
        raise ValueError("not base64url") from None


@functools.lru_cache(maxsize=4096)
def public_key(spki: bytes) -> ec.EllipticCurvePublicKey:
    """The P-256 key in a SubjectPublicKeyInfo; ``ValueError`` for anything else."""
    try:
        key = serialization.load_der_public_key(spki)
    except Exception as error:
        raise ValueError("no public key") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError("no P-256 key")
    return key


def holds(spki: bytes, signature: str, message: bytes) -> bool:
    """Whether the owner of the key signed exactly this message."""
    try:
        raw = from_text(signature)
        if len(raw) != SIGNATURE_BYTES:
            return False
        der = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
        public_key(spki).verify(der, message, ec.ECDSA(hashes.SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True
