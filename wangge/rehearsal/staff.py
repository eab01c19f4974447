"""The demo district's people: centre, stationed departments, towns, villages, grid workers."""

from __future__ import annotations

import functools
import random
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from wangge.kit.actor import Actor, system
from wangge.org import queries as org_queries
from wangge.org import services as org
from wangge.rehearsal.texts import world
from wangge.territory import queries as territory
from wangge.territory import services as territory_services
from wangge.territory.queries import AreaCard

PASSWORD = "Tongzhou-2021"  # noqa: S105 the demo's word, printed at start; never on a real database
SINCE = date(2020, 1, 1)
DEMO = system("demo")
DESK_ROLES = ("operator", "shift_leader", "dispatcher", "reviewer", "callback", "supervisor", "commander")
STILL_WITH_SECOND_FACTOR = frozenset({"sysadmin"})
_TOWN_OFFICE = {"街道": "办事处", "农场": "管理处"}
CAST_TOWN, CAST_OTHER_TOWN = "石港镇", "平潮镇"


@functools.lru_cache(maxsize=1)
def book() -> dict[str, Any]:
    """The staff list on disk."""
    with (Path(__file__).parent / "staff.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True)
class Staff:
    """Who can act: desks by role, handlers by agency, agencies by template key and by town area."""

    desks: dict[str, list[Actor]]
    units: dict[int, list[Actor]]
    departments: dict[str, int]
    towns: dict[int, int]
    names: dict[int, str]

    def desk(self, role: str, number: int) -> Actor:
        """One of the people of a role; the same number is the same person."""
        return self.desks[role][number % len(self.desks[role])]

    def handler(self, agency_id: int, number: int) -> Actor:
        """One of the handlers of an agency."""
        return self.units[agency_id][number % len(self.units[agency_id])]

    def unit_for(self, key: str, town_id: int) -> int:
        """The agency that handles a template's matter: a department or the town's own."""
        return self.departments.get(key) or self.towns[town_id]


@dataclass
class _Hire:
    """Creates accounts and posts, one password hash for all."""

    password: org.PreparedPassword = field(default_factory=lambda: org.prepare_password(PASSWORD))

    def person(
        self,
        username: str,
        role: str,
        title: str,
        *,
        name: str = "",
        agency_id: int | None = None,
        area_id: int | None = None,
        head: bool = False,
    ) -> int:
        account = org.create_account(
            actor=DEMO,
            username=username,
            name=name or world.full_name(random.Random(f"staff/{username}")),
            password=self.password,
            must_change_password=False,
        ).account
        post = org.give_post(
            actor=DEMO,
            account_id=account.pk,
            role=role,
            agency_id=agency_id,
            area_id=area_id,
            title=title,
            head=head,
            valid_from=SINCE,
        )
        return post.pk


def _centre(hire: _Hire, district: AreaCard) -> None:
    centre = org.create_agency(
        actor=DEMO,
        name=book()["centre"]["name"],
        short_name=book()["centre"]["short"],
        kind="centre",
        area_id=district.id,
    )
    for entry in book()["person"]:
        hire.person(entry["username"], entry["role"], entry["title"], name=entry["name"], agency_id=centre.pk)


@transaction.atomic
def load_centre() -> None:
    """The centre's own people and the offices of the towns, for rehearsals that need no more. Not twice."""
    hire = _Hire()
    _centre(hire, territory.district())
    for town in territory.towns():
        _town(hire, town, ())


@transaction.atomic
def hire_posts(role: str, title: str, places: Iterable[tuple[str, int | None, int | None]]) -> list[int]:
    """A new person for each (user name, agency, area) in a role; returns the posts, in order."""
    hire = _Hire()
    return [
        hire.person(user, role, title, agency_id=agency_id, area_id=area_id)
        for user, agency_id, area_id in places
    ]


def hire_grid_workers(grids: Iterable[AreaCard]) -> list[int]:
    """A grid worker for each of these grids; returns the posts, in order."""
    return hire_posts("grid_worker", "网格员", [(f"wg{grid.id}", None, grid.id) for grid in grids])


@transaction.atomic
def load() -> None:
    """Agencies, accounts and posts of the demo district; the areas must be there. Not twice."""
    hire = _Hire()
    district = territory.district()
    _centre(hire, district)
    for entry in book()["department"]:
        _department(hire, entry, district)
    _health_people(hire, district)
    villages = territory.areas("village")
    for town in territory.towns():
        _town(hire, town, [v for v in villages if v.town_id == town.id])
    for role in sorted({*DESK_ROLES, "unit_handler", "auditor", "analyst", "area_admin", "health_officer"}):
        policy = org_queries.policy_of(role)
        if policy.totp_required and role not in STILL_WITH_SECOND_FACTOR:
            org.set_role_policy(
                actor=DEMO, role=role, totp_required=False, session_minutes=policy.session_minutes
            )


def _department(hire: _Hire, entry: dict[str, Any], district: AreaCard) -> None:
    agency = org.create_agency(
        actor=DEMO, name=entry["name"], short_name=entry["short"], kind="department", area_id=district.id
    )
    first = entry.get("first", {"username": f"{entry['user']}1", "name": ""})
    hire.person(
        first["username"],
        "unit_handler",
        f"{entry['short']}承办员",
        name=first["name"],
        agency_id=agency.pk,
    )
    hire.person(f"{entry['user']}2", "unit_handler", f"{entry['short']}承办员", agency_id=agency.pk)
    hire.person(entry["user"], "unit_handler", f"{entry['short']}分管负责人", agency_id=agency.pk, head=True)


def _health_people(hire: _Hire, district: AreaCard) -> None:
    agency = next(a for a in org_queries.agencies("department") if a.short_name == "卫健委")
    hire.person("jikong", "health_officer", "疾控人员", agency_id=agency.id, area_id=district.id)
    hire.person("caiyang", "sampler", "采样登记员", agency_id=agency.id, area_id=district.id)
    hire.person("zhiyuan", "volunteer", "志愿者", area_id=district.id)
    hire.person("lianluo", "liaison", "企业联络员", area_id=district.id)


def _town(hire: _Hire, town: AreaCard, villages: Iterable[AreaCard]) -> None:
    user = territory_services.spelled(town.short_name)[0]
    agency = org.create_agency(
        actor=DEMO,
        name=f"{town.name}{_TOWN_OFFICE.get(town.name[-2:], '人民政府')}",
        short_name=town.name,
        kind="town",
        area_id=town.id,
    )
    hire.person(f"{user}1", "unit_handler", f"{town.name}承办员", agency_id=agency.pk, area_id=town.id)
    hire.person(f"{user}2", "unit_handler", f"{town.name}承办员", agency_id=agency.pk, area_id=town.id)
    hire.person(
        user, "unit_handler", f"{town.name}分管负责人", agency_id=agency.pk, area_id=town.id, head=True
    )
    hire.person(f"{user}.gl", "area_admin", f"{town.name}管理员", agency_id=agency.pk, area_id=town.id)
    for number, village in enumerate(villages, start=1):
        committee = org.create_agency(
            actor=DEMO,
            name=f"{town.name}{village.name}{'居委会' if village.name.endswith('社区') else '村委会'}",
            short_name=village.name,
            kind="village",
            parent_id=agency.pk,
            area_id=village.id,
        )
        if number <= 2:
            hire.person(
                f"{user}.c{number}",
                "area_admin",
                f"{village.name}管理员",
                agency_id=committee.pk,
                area_id=village.id,
            )
            _grid_workers(hire, town, village, user, number)


def _grid_workers(hire: _Hire, town: AreaCard, village: AreaCard, user: str, number: int) -> None:
    """Two grid workers in the first villages of a town; in one town they are 张 and 薛."""
    for place, grid in enumerate(territory.areas("grid", village.id)[:2], start=1):
        username, name = f"{user}.w{number}{place}", ""
        if town.name == CAST_TOWN and number == 1:
            username, name = (("zhang", "张小满"), ("xue", "薛清和"))[place - 1]
        hire.person(username, "grid_worker", f"{grid.name}网格员", name=name, area_id=grid.id)


def present() -> Staff:
    """The staff as it stands in the database."""
    desks = {role: [_actor(p.id) for p in org_queries.posts_in_role(role)] for role in DESK_ROLES}
    units: dict[int, list[Actor]] = {}
    for post in org_queries.posts_in_role("unit_handler"):
        if post.agency_id is not None and not post.head:
            units.setdefault(post.agency_id, []).append(_actor(post.id))
    cards = org_queries.agencies()
    shorts = {entry["short"]: entry["key"] for entry in book()["department"]}
    return Staff(
        desks=desks,
        units=units,
        departments={
            shorts[c.short_name]: c.id for c in cards if c.kind == "department" and c.short_name in shorts
        },
        towns={c.area_id: c.id for c in cards if c.kind == "town" and c.area_id is not None},
        names={c.id: c.short_name for c in cards},
    )


def _actor(post_id: int) -> Actor:
    return org_queries.actor_for(post_id)


def accounts() -> list[tuple[str, str, str]]:
    """The accounts to try first: username, name, what they are."""
    people = [(e["username"], e["name"], e["title"]) for e in book()["person"]]
    people += [
        (e["first"]["username"], e["first"]["name"], f"{e['short']}承办员")
        for e in book()["department"]
        if "first" in e
    ]
    others = [
        (territory_services.spelled(CAST_OTHER_TOWN[:-1])[0] + "1", "", f"{CAST_OTHER_TOWN}承办员"),
        ("zhang", "张小满", f"{CAST_TOWN}网格员"),
        ("xue", "薛清和", f"{CAST_TOWN}网格员(另一网格)"),
        (territory_services.spelled(CAST_OTHER_TOWN[:-1])[0] + ".w11", "", f"{CAST_OTHER_TOWN}网格员"),
    ]
    return people + others
