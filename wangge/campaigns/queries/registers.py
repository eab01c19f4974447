"""What campaigns ask of the registers below: units as they come onto a list, who looks after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wangge.kit.errors import Invalid
from wangge.org import queries as org
from wangge.premises import queries as premises
from wangge.territory import queries as territory
from wangge.territory.queries import PlaceCard

PREMISES, HOUSEHOLD, PLACE = "premises.premises", "residents.household", "territory.place"
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it comes onto a list."""

    subject_kind: str
    subject_id: int
    kind: str
    title: str
    address: str
    town_id: int | None
    village_id: int | None
    grid_id: int | None
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which units of a register; ``subject_kind`` says which register."""

    subject_kind: str = PREMISES
    kinds: tuple[str, ...] = ()
    town_ids: tuple[int, ...] = ()
    industry: str = ""
    above_scale: bool | None = None
    text: str = ""


def selected_ids(query: ListQuery) -> list[int]:
    """Ids of the units a query finds, in the whole district: leaders make lists."""
    if query.subject_kind == PREMISES:
        return premises.select(
            kinds=query.kinds,
            town_ids=query.town_ids,
            industry=query.industry,
            above_scale=query.above_scale,
            text=query.text,
        )
    return [place.id for place in _places(query)]


def selected(query: ListQuery) -> Iterator[list[Unit]]:
    """The units a query finds, in parts of two thousand."""
    if query.subject_kind == PREMISES:
        ids = selected_ids(query)
        for start in range(0, len(ids), CHUNK):
            yield list(premises_units(ids[start : start + CHUNK]).values())
    else:
        yield [_place(card) for card in _places(query)]


def _places(query: ListQuery) -> list[PlaceCard]:
    if query.subject_kind != PLACE:
        raise Invalid.field("subject_kind", "请选择单位或场所")
    towns = query.town_ids or tuple(town.id for town in territory.towns())
    kinds: Sequence[str | None] = query.kinds or (None,)
    return [p for t in towns for k in kinds for p in territory.places(t, k, limit=100_000)]


def premises_units(ids: Sequence[int]) -> dict[int, Unit]:
    """Enterprises and sites by id, in the given order; unknown ids are left out."""
    points = grid_points()
    found: dict[int, Unit] = {}
    cards = premises.cards(ids)
    for card in (cards[pk] for pk in ids if pk in cards):
        lon, lat = points.get(card.grid_id or card.village_id or card.town_id or 0, (None, None))
        found[card.id] = Unit(
            PREMISES,
            card.id,
            card.kind,
            card.name,
            card.address,
            card.town_id,
            card.village_id,
            card.grid_id,
            getattr(card, "lon", None) or lon,
            getattr(card, "lat", None) or lat,
        )
    return found


def _place(card: PlaceCard) -> Unit:
    way = territory.lineage(card.area_id)
    return Unit(
        PLACE,
        card.id,
        card.kind,
        card.name,
        card.address,
        way.town_id,
        way.village_id,
        way.grid_id,
        card.lon,
        card.lat,
    )


class _Points:
    """Centres of areas, read once for each state of the tree."""

    def __init__(self) -> None:
        self.version = ""
        self.points: dict[int, tuple[float | None, float | None]] = {}

    def current(self) -> dict[int, tuple[float | None, float | None]]:
        version = territory.tree_version()
        if version != self.version or not version:
            cards = [*territory.areas("grid"), *territory.areas("village"), *territory.towns()]
            self.points = {card.id: (card.lon, card.lat) for card in cards}
            self.version = version
        return self.points


_points = _Points()
grid_points = _points.current


@dataclass(frozen=True, slots=True)
class Care:
    """Who looks after an area: grid workers and administrators by area, agencies by area."""

    posts: dict[int, int]
    agencies: dict[int, int]


def care() -> Care:
    """Posts and agencies by area; of several of one area the longest-standing."""
    posts: dict[int, int] = {}
    for role in ("grid_worker", "area_admin"):
        for post in org.posts_in_role(role):
            if post.area_id is not None:
                posts.setdefault(post.area_id, post.id)
    agencies = {
        c.area_id: c.id
        for c in reversed(org.agencies())
        if c.area_id is not None and c.kind in ("town", "village")
    }
    return Care(posts, agencies)


def liaison_posts(premises_ids: Sequence[int]) -> dict[int, int]:
    """The post that looks after each enterprise (挂钩)."""
    found: dict[int, int] = {}
    for start in range(0, len(premises_ids), CHUNK):
        found |= premises.liaison_of(premises_ids[start : start + CHUNK])
    return found


def plain_code(text: str) -> str:
    """A credit code as the register keeps it: capital letters, no blanks or dashes."""
    return "".join(c for c in text.upper() if c.isalnum())


def ids_by_codes(codes: Iterable[str]) -> dict[str, int]:
    """Enterprises by credit code."""
    return premises.ids_by_codes(codes)


def ids_by_names(names: Iterable[str]) -> dict[str, dict[int, int]]:
    """Enterprises by name, then by town: the same name may stand in several."""
    found: dict[str, dict[int, int]] = {}
    for (name, town_id), pk in premises.ids_by_names(names).items():
        found.setdefault(name, {})[town_id] = pk
    return found
