"""Builders: premises, pairs and rosters through the real services."""

from __future__ import annotations

import itertools
from typing import Any

from stdnum.cn import uscc

from wangge.kit.actor import Actor, system
from wangge.premises import services
from wangge.premises.models import Premises
from wangge.premises.services import PremisesDraft
from wangge.territory.testing import a_grid

TESTER = system("testing")
_numbers = itertools.count(1)


def a_code(number: int | None = None) -> str:
    """A credit code whose check digit is right; county 320699 does not exist."""
    body = f"91320699MA{next(_numbers) if number is None else number:07d}"
    return body + uscc.calc_check_digit(body)


def a_premises(name: str = "", *, actor: Actor = TESTER, **draft: Any) -> Premises:
    """An enterprise on the register, with an invented contact; in a new grid unless told otherwise."""
    values: dict[str, Any] = {
        "name": name or f"示例{next(_numbers):05d}号纺织有限公司",
        "credit_code": a_code(),
        "contact_name": "曹示范",
        "contact_phone": "19900001234",
        "staff_total": 30,
    } | draft
    values.setdefault("area_id", None)
    if values["area_id"] is None and actor.area_id is None:
        values["area_id"] = a_grid().id
    return services.register_premises(actor=actor, draft=PremisesDraft(**values))


def a_found_premises(actor: Actor, name: str = "示例新开小吃店", **draft: Any) -> Premises:
    """A shop somebody met on a round."""
    return a_premises(name, actor=actor, kind="other", credit_code="", found=True, **draft)


def reread(row: Premises) -> Premises:
    """The premises as the database has it now."""
    return Premises.objects.get(pk=row.pk)
