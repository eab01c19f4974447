"""Personal answers: out of the sheet before it is stored, a mask in their place."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wangge.forms.functions import plain, text
from wangge.forms.rules import Definition
from wangge.kit import crypto

DOMAIN = "forms.sheet"
MASKS: dict[str, Callable[[str], str]] = {
    "phone": crypto.mask_phone,
    "id_no": crypto.mask_id_no,
    "name": crypto.mask_name,
    "text": lambda written: "*" * min(len(written), 6),
}


def masked(kind: str, value: Any) -> str:
    """What lists show of a personal answer."""
    return MASKS.get(kind, MASKS["text"])(text(plain(value)))


def taken_out(
    fields: Sequence[Definition], answers: Mapping[str, Any], held: set[str], path: str = ""
) -> tuple[dict[str, Any], dict[str, Any]]:
    """A sheet with masks, and the personal answers by path.

    Answers that a register gave (``held``) are masked and not kept: the register has them.
    """
    shown, secret = dict(answers), {}
    for question in fields:
        name = question["name"]
        if name not in shown:
            continue
        here, value = f"{path}{name}", shown[name]
        if question["type"] == "group":
            shown[name], inner = taken_out(question["fields"], value, held, f"{here}.")
            secret.update(inner)
        elif question["type"] == "repeat":
            rows = []
            for index, row in enumerate(value, start=1):
                kept, inner = taken_out(question["fields"], row, held, f"{here}[{index}].")
                rows.append(kept)
                secret.update(inner)
            shown[name] = rows
        elif "personal" in question:
            shown[name] = masked(question["personal"], value)
            if here not in held:
                secret[here] = value
    return shown, secret


def sealed(secret: Mapping[str, Any]) -> bytes:
    """The personal answers as they lie in the database."""
    return crypto.seal(DOMAIN, json.dumps(secret, ensure_ascii=False)) if secret else b""


def opened(row_sealed: bytes | memoryview) -> dict[str, Any]:
    """The personal answers by path; empty when there are none or their time is over."""
    found = crypto.unseal(DOMAIN, row_sealed)
    return dict(json.loads(found)) if found else {}


def fingerprint(content: Any) -> str:
    """What tells one sheet from another under the same id; keyed, for answers may be ID numbers."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return crypto.blind_index(DOMAIN, written).hex()
