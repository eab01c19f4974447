"""People as pages show them: masked rows, search by name, exact look-ups, one person's page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import connection
from django.db.models import QuerySet

from wangge.kit import clock, crypto, paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.residents import permissions, rules
from wangge.residents.models import CareKind, CareTag, Household, Merge, Person, PersonPhone
from wangge.residents.queries.scope import (
    household_for,
    households_visible_to,
    index_of,
    people_visible_to,
    person_for,
    places_of,
)
from wangge.territory import queries as territory

MOST_BY_NUMBER = 50
LAST = "\U0010ffff"
KEYS = {"name", "pinyin", "initials"}


@dataclass(frozen=True, slots=True)
class PhoneView:
    """A number, masked."""

    id: int
    kind: str
    kind_label: str
    holder: str
    masked: str
    wrong: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in a list: numbers masked, age instead of the birthday (the mask of the identity
    number leaves out just that)."""

    id: int
    name: str
    sex: str
    sex_label: str
    age: int | None
    id_type: str
    id_type_label: str
    id_no_masked: str
    phones: tuple[PhoneView, ...]
    care: tuple[str, ...]
    address: str
    place: str
    place_id: int
    grid_id: int | None
    household_id: int | None
    relation: str
    residence: str
    presence: str
    no_smartphone: bool
    preferred_contact: str
    version: int


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person's page."""

    row: PersonRow
    nationality: str
    hukou_code: str
    birthday_masked: str
    has_disease_history: bool
    data_source: str
    data_source_label: str
    collected_at: datetime
    purpose: str
    purpose_label: str
    expires_at: datetime
    changed_at: datetime
    path: tuple[str, ...]
    household: HouseholdRow | None
    members: list[PersonRow] = field(default_factory=list)
    merges: list[MergeView] = field(default_factory=list)
    may_reveal: bool = False
    may_edit: bool = False
    may_merge: bool = False
    may_see_looks: bool = False


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One household in a list; ``persons`` counts the people in it."""

    id: int
    number: str
    kind: str
    kind_label: str
    address: str
    place: str
    place_id: int
    grid_id: int | None
    persons: int
    head: str
    version: int


@dataclass(frozen=True, slots=True)
class MergeView:
    """A merge that may be undone, or was."""

    id: int
    absorbed_id: int
    absorbed_name: str
    reason: str
    by_label: str
    at: datetime
    undone_at: datetime | None
    undone_by: str


def _phones(person_ids: Collection[int]) -> dict[int, list[PhoneView]]:
    found: dict[int, list[PhoneView]] = {}
    order = list(rules.PHONE_KINDS)
    rows = PersonPhone.objects.filter(person_id__in=person_ids).order_by("id")
    for row in sorted(rows, key=lambda r: (r.wrong_since is not None, order.index(r.kind), r.pk)):
        found.setdefault(row.person_id, []).append(
            PhoneView(
                id=row.pk,
                kind=row.kind,
                kind_label=rules.PHONE_KINDS[row.kind],
                holder=row.holder,
                masked=crypto.mask_phone(crypto.unseal("phone", row.number_sealed)),
                wrong=row.wrong_since is not None,
            )
        )
    return found


def _care(person_ids: Collection[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for person_id, code in CareTag.objects.filter(person_id__in=person_ids).values_list("person_id", "kind"):
        found.setdefault(person_id, []).append(code)
    return found


def rows_of(people: Sequence[Person]) -> list[PersonRow]:
    """People as rows, in the given order, with four statements however many they are."""
    ids = [p.pk for p in people]
    if not ids:
        return []
    phones, care = _phones(ids), _care(ids)
    places = territory.place_names(p.place_id for p in people)
    today = clock.today()
    return [
        PersonRow(
            id=p.pk,
            name=p.name,
            sex=p.sex,
            sex_label=rules.SEXES[p.sex],
            age=rules.age_on(p.birthday, today),
            id_type=p.id_type,
            id_type_label=rules.ID_TYPES[p.id_type],
            id_no_masked=crypto.mask_id_no(crypto.unseal("id_no", p.id_no_sealed)),
            phones=tuple(phones.get(p.pk, ())),
            care=tuple(sorted(care.get(p.pk, ()))),
            address=p.address,
            place=places[p.place_id],
            place_id=p.place_id,
            grid_id=p.grid_id,
            household_id=p.household_id,
            relation=p.relation,
            residence=p.residence,
            presence=p.presence,
            no_smartphone=p.no_smartphone,
            preferred_contact=p.preferred_contact,
            version=p.version,
        )
        for p in people
    ]


def care_kinds() -> list[CareKind]:
    """The kinds of care in use, in their order."""
    return list(CareKind.objects.filter(active=True).order_by("position", "code"))


def find_by_id_no(actor: Actor, id_no: str, id_type: str = "") -> PersonRow | None:
    """Exactly one person by identity number, in scope; ``None`` when there is none.

    Called by the service that writes the look-up down; the number is never part of an address.
    """
    gate.require(actor, permissions.SEE)
    index = index_of(id_type, id_no)
    if not index:
        return None
    wanted = {"id_no_index": index} | ({"id_type": id_type} if id_type else {})
    people = list(people_visible_to(actor).filter(**wanted)[:1])
    if not people:
        kept = Person.objects.filter(**wanted, merged_into__isnull=False).values("merged_into")
        people = list(people_visible_to(actor).filter(pk__in=kept)[:1])
    return rows_of(people)[0] if people else None


def find_by_phone(actor: Actor, number: str) -> list[PersonRow]:
    """Everybody in scope who can be reached at a number, at most fifty."""
    gate.require(actor, permissions.SEE)
    index = crypto.blind_index("phone", rules.normal_phone(number))
    if not index:
        return []
    ids = PersonPhone.objects.filter(number_index=index).values_list("person_id", flat=True)
    found = list(ids[:MOST_BY_NUMBER])
    return rows_of(list(people_visible_to(actor).filter(pk__in=found).order_by("id")))


def search(
    actor: Actor, text: str, area_id: int | None = None, cursor: str = "", limit: int = 50
) -> paging.Page[PersonRow]:
    """People whose name, pinyin or initials start with ``text``, in name order; in an area or below it.

    Chinese text that starts no name is then looked for inside names (two characters and more). An empty
    text lists an area: it needs one, a whole district is not a list. The cursor holds a name: it goes
    in a body, never in an address.
    """
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    places = places_of(actor, area_id)
    word = rules.normal_name(text)
    if not word and places is None:
        raise Invalid.field("area_id", "请选择镇(街道)、村(社区)或网格")
    if not word and actor.role == "grid_worker":
        raise Invalid.field("text", "请输入姓名、拼音或首字母")
    key, word = _key_of(word)
    inside, after, after_id = False, "", 0
    if cursor:
        inside, after, after_id = paging.decode(cursor, 3)
    ids = [] if inside else ids_by_start(key, word, places, str(after), int(after_id), limit + 1)
    if not ids and key == "name" and len(word) > 1 and (inside or not cursor):
        inside = True
        ids = _ids_inside(word, places, int(after_id), limit + 1)
    people = {p.pk: p for p in people_visible_to(actor).filter(pk__in=ids)}
    found = [people[pk] for pk in ids[:limit] if pk in people]
    following = None
    if len(ids) > limit and found:
        last = found[-1]
        following = paging.encode(inside, "" if inside else getattr(last, key), last.pk)
    return paging.Page(rows_of(found), following)


def _key_of(word: str) -> tuple[str, str]:
    """Which column a text means: letters are initials when no pinyin syllable can be read from them."""
    plain = word.lower().replace(" ", "").replace("'", "")
    if plain and plain.isascii() and plain.isalpha():
        spoken = any(letter in "aeiouv" for letter in plain)
        return ("pinyin" if spoken or len(plain) == 1 else "initials"), plain
    return "name", word


def ids_by_start(
    key: str, word: str, places: list[int] | None, after: str, after_id: int, most: int
) -> list[int]:
    """Ids of living people in the order of a key, from a start and after a place in the list."""
    low, high = max(word, after), rules.end_of(word) if word else LAST
    with connection.cursor() as cursor:
        if places is None:
            statement = f"SELECT * FROM residents_{key}_anywhere(%s, %s, %s, %s, %s)"  # noqa: S608
            cursor.execute(statement, [low, high, after, after_id, most])
        else:
            statement = f"SELECT * FROM residents_{key}_in(%s, %s, %s, %s, %s, %s)"  # noqa: S608
            cursor.execute(statement, [places, low, high, after, after_id, most])
        return [row[0] for row in cursor.fetchall()]


def _ids_inside(word: str, places: list[int] | None, after_id: int, most: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM residents_with_pairs(%s, %s, %s, %s)", [rules.pairs(word), places, after_id, most]
        )
        return [row[0] for row in cursor.fetchall()]


def person_page(actor: Actor, person_id: int) -> PersonPage:
    """One person with household, members and merges; ``NotFound`` out of scope."""
    gate.require(actor, permissions.SEE)
    person = person_for(actor, person_id)
    household = None
    members: list[PersonRow] = []
    if person.household_id:
        home = households_visible_to(actor).filter(pk=person.household_id)
        household = next(iter(household_rows(list(home))), None)
        members = rows_of(_members(actor, person.household_id, without=person.pk))
    card = territory.area(person.place_id)
    return PersonPage(
        row=rows_of([person])[0],
        nationality=person.nationality,
        hukou_code=person.hukou_code,
        birthday_masked=rules.mask_birthday(person.birthday),
        has_disease_history=bool(person.disease_history_sealed),
        data_source=person.data_source,
        data_source_label=rules.SOURCES[person.data_source],
        collected_at=person.collected_at,
        purpose=person.purpose,
        purpose_label=rules.label_of(person.purpose),
        expires_at=person.expires_at,
        changed_at=person.changed_at,
        path=card.path_names,
        household=household,
        members=members,
        merges=_merges(person.pk),
        may_reveal=actor.may(permissions.REVEAL),
        may_edit=actor.may(permissions.EDIT),
        may_merge=actor.may(permissions.MERGE),
        may_see_looks=actor.may(permissions.LOOKS),
    )


def _members(actor: Actor, household_id: int, without: int = 0) -> list[Person]:
    order = list(rules.RELATIONS)
    rows = people_visible_to(actor).filter(household_id=household_id).exclude(pk=without)[:50]
    return sorted(rows, key=lambda p: (p.relation == "", order.index(p.relation), p.birthday or date.max))


def _merges(person_id: int) -> list[MergeView]:
    rows = Merge.objects.filter(kept_id=person_id).select_related("absorbed").order_by("-id")
    return [merge_view(m) for m in rows[:20]]


def merge_view(m: Merge) -> MergeView:
    """A merge as pages show it."""
    return MergeView(
        m.pk, m.absorbed_id, m.absorbed.name, m.reason, m.by_label, m.at, m.undone_at, m.undone_by
    )


def household_rows(homes: Sequence[Household]) -> list[HouseholdRow]:
    """Households as rows, with two statements more."""
    ids = [h.pk for h in homes]
    if not ids:
        return []
    counts: dict[int, int] = {}
    heads: dict[int, str] = {}
    people = Person.objects.filter(household_id__in=ids, merged_into__isnull=True)
    for home_id, relation, name in people.values_list("household_id", "relation", "name"):
        counts[home_id] = counts.get(home_id, 0) + 1
        if relation == "head":
            heads[home_id] = name
    places = territory.place_names(h.place_id for h in homes)
    return [
        HouseholdRow(
            id=h.pk,
            number=h.number,
            kind=h.kind,
            kind_label=rules.HOUSEHOLD_KINDS[h.kind],
            address=h.address,
            place=places[h.place_id],
            place_id=h.place_id,
            grid_id=h.grid_id,
            persons=counts.get(h.pk, 0),
            head=heads.get(h.pk, ""),
            version=h.version,
        )
        for h in homes
    ]


def households(
    actor: Actor, area_id: int | None = None, address: str = "", cursor: str = "", limit: int = 50
) -> paging.Page[HouseholdRow]:
    """Households of an area by id, or those whose address starts with a text; keyset on the id."""
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    rows: QuerySet[Household] = households_visible_to(actor)
    places = places_of(actor, area_id)
    if places is None:
        raise Invalid.field("area_id", "请选择镇(街道)、村(社区)或网格")
    rows = rows.filter(place_id__in=places)
    if address.strip():
        start = address.strip()
        rows = rows.filter(address__startswith=start)
    if cursor:
        (last,) = paging.decode(cursor, 1)
        rows = rows.filter(pk__gt=int(last))
    found = list(rows.order_by("pk")[: limit + 1])
    following = paging.encode(found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(household_rows(found[:limit]), following)


def household_page(actor: Actor, household_id: int) -> tuple[HouseholdRow, list[PersonRow]]:
    """A household and who lives in it."""
    gate.require(actor, permissions.SEE)
    home = household_for(actor, household_id)
    return household_rows([home])[0], rows_of(_members(actor, home.pk))


def cards(actor: Actor, ids: Iterable[int]) -> dict[int, dict[str, str]]:
    """What forms may prefill about people in scope, by declared register field, masked.

    ``{7: {"person.name": "沈桂英", "person.sex": "女", "person.id_no": "320699********1234", …}}``;
    people out of scope are left out.
    """
    people = list(people_visible_to(actor).filter(pk__in=list(ids)))
    found: dict[int, dict[str, str]] = {}
    for person, row in zip(people, rows_of(people), strict=True):
        found[person.pk] = {
            "person.name": row.name,
            "person.id_no": row.id_no_masked,
            "person.phone": next((p.masked for p in row.phones if p.kind == "own"), ""),
            "person.sex": row.sex_label,
            "person.birthday": rules.mask_birthday(person.birthday),
            "person.address": row.address,
        }
    return found
