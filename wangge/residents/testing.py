"""Builders for tests above residents."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any

from wangge.kit import clock
from wangge.kit.actor import Actor, system
from wangge.residents import rules, services
from wangge.residents.models import Household, Person, Registration
from wangge.residents.services import HouseholdDraft, Journey, PersonDraft, PhoneDraft

BUILDER = system("test")
_numbers = itertools.count(1)


def an_id_no(born: str = "19690307", sex: str = "2", county: str = "320699") -> str:
    """An identity number that passes the check and that nobody has."""
    order = next(_numbers) % 499 * 2 + int(sex == "1")
    first = f"{county}{born}{order:03d}"
    return first + rules.check_digit(first)


def a_phone() -> str:
    """A number that nobody has."""
    return f"199{next(_numbers):08d}"


def a_person(actor: Actor = BUILDER, area_id: int | None = None, **more: Any) -> Person:
    """A person of an area, with identity number and own telephone unless told otherwise."""
    more.setdefault("name", "沈桂英")
    more.setdefault("id_no", an_id_no())
    phone = more.pop("phone", None)
    if "phones" not in more:
        more["phones"] = () if phone == "" else (PhoneDraft(phone or a_phone()),)
    more.setdefault("address", "3组12号")
    draft = PersonDraft(area_id=area_id, **more)
    return services.register_person(actor=actor, draft=draft, certain=True)


def a_household(actor: Actor = BUILDER, area_id: int | None = None, **more: Any) -> Household:
    """An empty household."""
    more.setdefault("address", "3组12号")
    return services.register_household(actor=actor, draft=HouseholdDraft(area_id=area_id, **more))


def a_journey(**more: Any) -> Journey:
    """Somebody who came yesterday by train from Nanjing."""
    more.setdefault("kind", "returnee")
    more.setdefault("from_place", "江苏省南京市江宁区禄口街道")
    more.setdefault("from_code", "320115")
    more.setdefault("last_left_on", clock.today() - timedelta(days=1))
    more.setdefault("arrived_on", clock.today() - timedelta(days=1))
    more.setdefault("transport", "train")
    return Journey(**more)


def an_arrival(actor: Actor, area_id: int | None = None, **more: Any) -> Registration:
    """A registered arrival; ``person`` fields by their names, the journey by ``journey``."""
    journey = more.pop("journey", None) or a_journey()
    more.setdefault("name", "吉庆丰")
    more.setdefault("id_no", an_id_no("19880812", "1"))
    more.setdefault("phones", (PhoneDraft(a_phone()),))
    more.setdefault("address", "3组12号")
    return services.register_arrival(
        actor=actor, person=PersonDraft(area_id=area_id, **more), journey=journey
    )


def born(years: int) -> date:
    """The birthday of somebody who is so many years old today."""
    today = clock.today()
    return date(today.year - years, today.month, min(today.day, 28))
