"""People and households on the console."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status

from wangge.kit.http import actor_of, etag
from wangge.residents import queries, services
from wangge.residents.api import shapes

router = Router()


class ListQuery(Schema):
    """Where to list, from where on."""

    area_id: int | None = None
    cursor: str = ""
    limit: int = 50


@router.get("choices", response=shapes.ResidentChoicesOut, operation_id="residents_list_choices")
def list_choices(request: HttpRequest) -> Any:
    """Codes and their labels."""
    actor_of(request)
    return {"tables": queries.choices(), "care": queries.care_kinds()}


@router.post("people/search", response=shapes.PeoplePage, operation_id="residents_search_people")
def search_people(request: HttpRequest, payload: shapes.ResidentSearchIn) -> Any:
    """People by the start of name, pinyin or initials; an empty text lists an area."""
    return services.search_people(
        actor=actor_of(request),
        text=payload.text,
        area_id=payload.area_id,
        cursor=payload.cursor,
        limit=payload.limit,
    )


@router.post("people/by-number", response=list[shapes.PersonOut], operation_id="residents_find_number")
def find_number(request: HttpRequest, payload: shapes.ResidentNumberIn) -> Any:
    """Who has this identity or telephone number."""
    return services.look_up_number(actor=actor_of(request), number=payload.number)


@router.post(
    "people/duplicates", response=shapes.ResidentDuplicatesOut, operation_id="residents_find_duplicates"
)
def find_duplicates(request: HttpRequest, payload: shapes.ResidentLikeIn) -> Any:
    """Who may be the one that is being entered."""
    items, elsewhere = queries.possible_duplicates(
        actor_of(request),
        name=payload.name,
        id_type=payload.id_type,
        id_no=payload.id_no,
        phone=payload.phone,
        birthday=payload.birthday,
    )
    return {"items": items, "elsewhere": elsewhere}


@router.post("people", response={201: shapes.PersonOut}, operation_id="residents_register_person")
def register_person(request: HttpRequest, payload: shapes.PersonIn) -> Any:
    """Somebody new; 409 with the likely doubles unless ``certain``."""
    actor = actor_of(request)
    person = services.register_person(actor=actor, draft=payload.draft(), certain=payload.certain)
    return Status(201, queries.rows_of([person])[0])


@router.get("people/{int:person_id}", response=shapes.PersonPageOut, operation_id="residents_read_person")
def read_person(request: HttpRequest, response: HttpResponse, person_id: int) -> Any:
    """One person's page, masked; the look is written down."""
    page = services.look_at_person(actor=actor_of(request), person_id=person_id)
    response["ETag"] = etag(page.row.version)
    response["Cache-Control"] = "no-store"
    return page


@router.post(
    "people/{int:person_id}/reveal",
    response=shapes.ResidentRevealedOut,
    operation_id="residents_reveal_field",
)
def reveal_field(request: HttpRequest, person_id: int, payload: shapes.ResidentRevealIn) -> Any:
    """One field in the clear, for a purpose."""
    value = services.reveal_field(
        actor=actor_of(request),
        person_id=person_id,
        field=payload.field,
        purpose=payload.purpose,
        phone_id=payload.phone_id,
    )
    return {"value": value}


@router.post(
    "people/{int:person_id}/correction", response=shapes.PersonOut, operation_id="residents_correct_person"
)
def correct_person(request: HttpRequest, person_id: int, payload: shapes.CorrectionIn) -> Any:
    """纠错; 412 with the server's version when somebody was faster."""
    person = services.correct_person(
        actor=actor_of(request),
        person_id=person_id,
        version=payload.version,
        correction=payload.correction(),
    )
    return queries.rows_of([person])[0]


@router.post("people/{int:person_id}/move", response={204: None}, operation_id="residents_move_person")
def move_person(request: HttpRequest, person_id: int, payload: shapes.ResidentMoveIn) -> Any:
    """One person to another place."""
    services.move_person(
        actor=actor_of(request), person_id=person_id, area_id=payload.area_id, address=payload.address
    )
    return Status(204, None)


@router.get(
    "people/{int:person_id}/provenance",
    response=list[shapes.ResidentProvenanceOut],
    operation_id="residents_list_provenance",
)
def list_provenance(request: HttpRequest, person_id: int) -> Any:
    """Who said what when."""
    return queries.provenance(actor_of(request), person_id)


@router.get(
    "people/{int:person_id}/calls", response=list[shapes.ResidentCallOut], operation_id="residents_list_calls"
)
def list_calls(request: HttpRequest, person_id: int) -> Any:
    """The newest calls to a person."""
    return queries.calls(actor_of(request), person_id)


@router.get(
    "people/{int:person_id}/looks", response=shapes.ResidentLooksPage, operation_id="residents_list_looks"
)
def list_looks(request: HttpRequest, person_id: int, query: Query[ListQuery]) -> Any:
    """谁看过."""
    return queries.looks_at(actor_of(request), person_id, query.cursor, query.limit)


@router.post(
    "people/{int:person_id}/merges",
    response={201: shapes.ResidentMergeOut},
    operation_id="residents_merge_people",
)
def merge_people(request: HttpRequest, person_id: int, payload: shapes.ResidentMergeIn) -> Any:
    """Another row is this person."""
    merge = services.merge_people(
        actor=actor_of(request), kept_id=person_id, absorbed_id=payload.absorbed_id, reason=payload.reason
    )
    return Status(201, queries.merge_view(merge))


@router.post(
    "merges/{int:merge_id}/undo", response=shapes.ResidentMergeOut, operation_id="residents_undo_merge"
)
def undo_merge(request: HttpRequest, merge_id: int, payload: shapes.ResidentReasonIn) -> Any:
    """They were two people."""
    merge = services.undo_merge(actor=actor_of(request), merge_id=merge_id, reason=payload.reason)
    return queries.merge_view(merge)


@router.get("households", response=shapes.HouseholdPage, operation_id="residents_list_households")
def list_households(request: HttpRequest, query: Query[ListQuery]) -> Any:
    """Households of an area."""
    return queries.households(actor_of(request), query.area_id, "", query.cursor, query.limit)


@router.post("households", response={201: shapes.HouseholdOut}, operation_id="residents_register_household")
def register_household(request: HttpRequest, payload: shapes.HouseholdIn) -> Any:
    """A new household."""
    home = services.register_household(actor=actor_of(request), draft=payload.draft())
    return Status(201, queries.household_rows([home])[0])


@router.get(
    "households/{int:household_id}", response=shapes.HouseholdPageOut, operation_id="residents_read_household"
)
def read_household(request: HttpRequest, household_id: int) -> Any:
    """A household and who lives in it."""
    home, members = queries.household_page(actor_of(request), household_id)
    return {"household": home, "members": members}


@router.post(
    "households/{int:household_id}/move",
    response=shapes.HouseholdOut,
    operation_id="residents_move_household",
)
def move_household(request: HttpRequest, household_id: int, payload: shapes.ResidentMoveIn) -> Any:
    """Everybody of a household to another place."""
    home = services.move_household(
        actor=actor_of(request),
        household_id=household_id,
        area_id=payload.area_id,
        address=payload.address,
    )
    return queries.household_rows([home])[0]
