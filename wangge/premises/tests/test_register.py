"""Onto the register, corrected, verified, closed: what happens, what is refused, what stays as it was."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection

from wangge.audit.models import AuditEntry
from wangge.kit import events
from wangge.kit.errors import Conflict, Forbidden, Invalid, NotFound, StaleVersion
from wangge.org.testing import Person
from wangge.premises import queries, services, testing
from wangge.premises.events import PremisesChanged, PremisesRegistered
from wangge.premises.models import Contact, Premises, PremisesMove
from wangge.premises.services import PremisesDraft
from wangge.premises.states import PREMISES

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
DRAFT = PremisesDraft(
    name="南通示例恒科新材料有限公司",
    credit_code=testing.a_code(1),
    industry="chemical",
    address="示范路1号",
    staff_total=88,
    contact_name="曹示范",
    contact_phone="199 0000 1234",
)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every announcement of the test."""
    said: list[object] = []
    announce = events.announce
    monkeypatch.setattr(events, "announce", lambda event: (said.append(event), announce(event)))
    return said


def test_an_enterprise_stands_on_the_register_with_its_contact_and_first_step(
    cast: Cast, heard: list[object]
) -> None:
    grid = cast["zhang"].actor.area_id
    row = services.register_premises(actor=cast["xia"].actor, draft=replace(DRAFT, area_id=grid))
    card = queries.cards([row.pk])[row.pk]
    assert (card.kind, card.name, card.grid_id, card.staff_total) == ("enterprise", DRAFT.name, grid, 88)
    assert (card.contact_name, card.contact_phone_masked) == ("曹示范", "199****1234")
    assert (row.status, row.sort_key[:14]) == ("active", "nantongshilihe"[:14])
    (move,) = PremisesMove.objects.filter(row=row)
    assert (move.name, move.source, move.target, move.by) == ("register", "", "active", cast["xia"].actor.key)
    assert PremisesRegistered((row.pk,)) in heard
    values = queries.register_values([row.pk])[row.pk]
    assert values["enterprise.name"] == DRAFT.name
    assert values["enterprise.phone"] == "199****1234"
    assert values["enterprise.town"] == "石港镇"


def test_the_number_is_nowhere_in_the_clear(cast: Cast) -> None:
    row = testing.a_premises(contact_phone="19900004321")
    services.put_staff(
        actor=testing.TESTER,
        premises_id=row.pk,
        members=[services.StaffDraft("季样本", an_id_no(), "19900004322")],
    )
    with connection.cursor() as cursor:
        for table in ("premises_contact", "premises_staffmember", "premises_premises", "audit_auditentry"):
            cursor.execute(f"SELECT coalesce(string_agg(row_to_json(t)::text, ''), '') FROM {table} t")
            stored = cursor.fetchone()[0]
            for plain in ("19900004321", "19900004322", an_id_no(), "季样本"):
                assert plain not in stored, (table, plain)


def an_id_no() -> str:
    from wangge.premises import rules

    first = "32069919900101123"
    return next(first + c for c in "0123456789X" if not rules.id_no_fault(first + c))


def test_a_code_stands_once_and_a_refusal_changes_nothing(cast: Cast) -> None:
    testing.a_premises(credit_code=DRAFT.credit_code)
    before = (Premises.objects.count(), Contact.objects.count())
    with pytest.raises(Conflict) as refusal:
        services.register_premises(
            actor=cast["xia"].actor, draft=replace(DRAFT, area_id=cast["zhang"].actor.area_id)
        )
    assert refusal.value.code == "code_taken"
    assert (Premises.objects.count(), Contact.objects.count()) == before


def test_a_name_without_a_code_stands_once_in_a_town(cast: Cast) -> None:
    xia = cast["xia"].actor
    bare = replace(DRAFT, credit_code="", area_id=cast["zhang"].actor.area_id)
    services.register_premises(actor=xia, draft=bare)
    with pytest.raises(Conflict) as refusal:
        services.register_premises(actor=xia, draft=bare)
    assert refusal.value.code == "name_taken"
    assert Premises.objects.filter(name=DRAFT.name).count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"credit_code": "91320699MA0000001X"}, "credit_code"),
        ({"name": "  "}, "name"),
        ({"kind": "planet"}, "kind"),
        ({"industry": "magic"}, "industry"),
        ({"staff_total": -1}, "staff_total"),
        ({"lon": 121.0}, "lon"),
        ({"contact_phone": "12"}, "contact_phone"),
        ({"contact_name": ""}, "contact_name"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_stored(
    cast: Cast, change: dict[str, object], field: str
) -> None:
    draft = replace(DRAFT, area_id=cast["zhang"].actor.area_id, **change)  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refusal:
        services.register_premises(actor=cast["xia"].actor, draft=draft)
    assert list(refusal.value.data["fields"]) == [field]
    assert Premises.objects.count() == 0


def test_nobody_registers_outside_the_own_area(cast: Cast) -> None:
    other = testing.a_premises().village_id
    with pytest.raises(Invalid):
        services.register_premises(actor=cast["zhang"].actor, draft=replace(DRAFT, area_id=other, found=True))
    for who in ("mo", "bo", "ji"):
        with pytest.raises(Forbidden):
            services.register_premises(actor=cast[who].actor, draft=DRAFT)
    assert Premises.objects.count() == 1


def test_what_a_grid_worker_found_waits_for_the_town(cast: Cast, heard: list[object]) -> None:
    zhang, client_id = cast["zhang"].actor, UUID(int=7)
    with pytest.raises(Forbidden):
        services.register_premises(actor=zhang, draft=DRAFT)
    row = testing.a_found_premises(zhang, client_id=client_id)
    again = testing.a_found_premises(zhang, client_id=client_id)
    assert (again.pk, row.status, row.grid_id) == (row.pk, "unverified", zhang.area_id)
    assert row.pk not in queries.select(kinds=())
    with pytest.raises(Forbidden):
        services.verify_premises(actor=zhang, premises_id=row.pk)
    services.verify_premises(actor=cast["xia"].actor, premises_id=row.pk)
    assert (testing.reread(row).status, testing.reread(row).version) == ("active", 2)
    assert PremisesChanged((row.pk,), ("status",)) in heard
    assert queries.select(kinds=()) == [row.pk]


def test_a_rejected_one_gives_its_name_free(cast: Cast) -> None:
    first = testing.a_found_premises(cast["zhang"].actor)
    with pytest.raises(Invalid):
        services.reject_premises(actor=cast["xia"].actor, premises_id=first.pk, reason=" ")
    assert testing.reread(first).status == "unverified"
    services.reject_premises(actor=cast["xia"].actor, premises_id=first.pk, reason="与已登记单位重复")
    second = testing.a_found_premises(cast["zhang"].actor)
    assert second.pk != first.pk
    assert [m.label for m in queries.moves_of(cast["xia"].actor, first.pk)] == ["不予登记", "登记"]


def test_every_move_of_every_state_is_allowed_or_refused_as_the_table_says(cast: Cast) -> None:
    xia = cast["xia"].actor
    acts = {
        "verify": lambda pk: services.verify_premises(actor=xia, premises_id=pk),
        "reject": lambda pk: services.reject_premises(actor=xia, premises_id=pk, reason="重复登记"),
        "close": lambda pk: services.close_premises(actor=xia, premises_id=pk, reason="停止经营"),
        "reopen": lambda pk: services.reopen_premises(actor=xia, premises_id=pk),
    }
    for state in PREMISES.labels:
        for move, act in acts.items():
            row = testing.a_premises(actor=xia, area_id=cast["zhang"].actor.area_id)
            Premises.objects.filter(pk=row.pk).update(status=state)
            if move in PREMISES.allowed(state):
                assert act(row.pk).status == PREMISES.move(move).target
                continue
            with pytest.raises(Conflict):
                act(row.pk)
            assert (testing.reread(row).status, testing.reread(row).version) == (state, 1), (state, move)


def test_a_correction_counts_the_version_and_a_stale_one_shows_the_server(cast: Cast) -> None:
    xia, zhang = cast["xia"].actor, cast["zhang"].actor
    row = testing.a_premises(actor=xia, area_id=zhang.area_id, staff_total=30)
    changed = services.correct_premises(
        actor=zhang, premises_id=row.pk, version=1, changes={"staff_total": 41, "address": " 新路2号 "}
    )
    assert (changed.version, changed.staff_total, changed.address) == (2, 41, "新路2号")
    with pytest.raises(StaleVersion) as stale:
        services.correct_premises(actor=xia, premises_id=row.pk, version=1, changes={"staff_total": 50})
    assert (stale.value.data["server"]["staff_total"], stale.value.data["server"]["version"]) == (41, 2)
    same = services.correct_premises(actor=xia, premises_id=row.pk, version=2, changes={"staff_total": 41})
    assert same.version == 2
    with pytest.raises(Invalid):
        services.correct_premises(actor=xia, premises_id=row.pk, version=2, changes={"status": "closed"})
    assert testing.reread(row).staff_total == 41
    line = AuditEntry.objects.get(action="premises.premises.corrected")
    assert line.data == {"fields": ["address", "staff_total"]} or line.data == {
        "fields": ["staff_total", "address"]
    }


def test_a_new_name_is_found_and_the_old_one_is_not(cast: Cast) -> None:
    row = testing.a_premises("示例云杼家纺有限公司")
    services.correct_premises(
        actor=cast["leader"].actor, premises_id=row.pk, version=1, changes={"name": "示例月梭家纺有限公司"}
    )
    wanted = [(q, [r.id for r in find(cast, q)]) for q in ("月梭", "云杼", "yuesuo", "yunzhu")]
    assert wanted == [("月梭", [row.pk]), ("云杼", []), ("yuesuo", [row.pk]), ("yunzhu", [])]


def find(cast: Cast, text: str) -> list[queries.PremisesRow]:
    return list(queries.premises_list(cast["mo"].actor, queries.PremisesFilter(text=text)).items)


def test_a_liaison_corrects_what_a_visit_shows_and_nothing_of_the_licence(cast: Cast) -> None:
    row = testing.a_premises()
    bo = cast["bo"]
    with pytest.raises(NotFound):
        services.correct_premises(actor=bo.actor, premises_id=row.pk, version=1, changes={"staff_total": 5})
    services.pair_liaison(actor=cast["leader"].actor, post_id=bo.post.pk, premises_id=row.pk)
    services.correct_premises(actor=bo.actor, premises_id=row.pk, version=1, changes={"staff_total": 5})
    with pytest.raises(Forbidden):
        services.correct_premises(actor=bo.actor, premises_id=row.pk, version=2, changes={"name": "别的名字"})
    assert (testing.reread(row).staff_total, testing.reread(row).name) == (5, row.name)
