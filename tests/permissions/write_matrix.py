"""Propose tests/permissions/matrix.json from what the doors do today; review the difference.

Run by hand: ``python -m pytest tests/permissions/write_matrix.py``.
"""

from __future__ import annotations

import json

import pytest

from tests.permissions.samples import operations
from tests.permissions.test_matrix import BY_PROOF, TABLE, doors_of, open_to_strangers
from wangge.org.rules import ROLES


@pytest.mark.django_db
def test_write() -> None:
    strangers = set(open_to_strangers())
    opened = {role: set(doors_of(role)) for role in ROLES}
    rows = {}
    for operation in operations():
        if operation.name in BY_PROOF:
            continue
        roles = sorted(role for role in ROLES if operation.name in opened[role])
        rows[operation.name] = (
            ["anybody"]
            if operation.name in strangers
            else ["everybody"]
            if len(roles) == len(ROLES)
            else roles
        )
    TABLE.write_text(json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
