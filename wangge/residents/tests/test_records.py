"""Arrivals, calls, merges, expiry, phones' commands and feeds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from wangge.audit.models import AuditEntry
from wangge.kit import clock, commands, crypto, events, feeds, ids, jobs
from wangge.kit.actor import Actor, system
from wangge.kit.errors import BusinessError, Conflict, Forbidden, Invalid, NotFound, StaleVersion
from wangge.org.testing import Person as Seat
from wangge.residents import queries, services
from wangge.residents.commands import ArrivalBody, CallBody, CorrectionBody
from wangge.residents.events import ArrivalRegistered
from wangge.residents.models import (
    CallLog,
    CareTag,
    Erasure,
    Household,
    Merge,
    Person,
    PersonPhone,
    Provenance,
    Registration,
)
from wangge.residents.services import CallDraft, Origin, PersonDraft, PhoneDraft
from wangge.residents.testing import a_household, a_journey, a_person, a_phone, an_arrival, an_id_no

pytestmark = pytest.mark.django_db
Cast = dict[str, Seat]
AsWeb = Callable[[Actor], AbstractContextManager[None]]


def grid(seat: Seat) -> int:
    return seat.actor.area_id or 0


def envelope(number: int = 1) -> commands.Envelope:
    moment = clock.now() - timedelta(hours=2)
    return commands.Envelope(ids.uuid7(), 1, moment, clock.now(), f"test {number}")


def test_an_unknown_arrival_becomes_a_person_for_ninety_days(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    number = an_id_no("19880812", "1")
    heard: list[ArrivalRegistered] = []
    events.subscribe(ArrivalRegistered)(heard.append)
    done = an_arrival(zhang, id_no=number, journey=a_journey(kind="outsider", symptoms=("cough",)))
    person = done.person
    assert (person.name, person.grid_id, person.purpose, person.residence) == (
        "吉庆丰", grid(cast["zhang"]), "epidemic", "floating",
    )  # fmt: skip
    assert done.expires_at == done.collected_at + timedelta(days=90)
    assert (done.by, done.symptoms, done.grid_id) == (zhang.key, ["cough"], grid(cast["zhang"]))
    assert [(e.registration_id, e.person_id, e.has_symptoms) for e in heard] == [(done.pk, person.pk, True)]
    row = queries.registrations(zhang).items[0]
    assert row.person is not None
    assert (row.kind_label, row.symptom_labels, row.person.id_no_masked[-4:]) == (
        "外来人员",
        ["咳嗽"],
        number[-4:],
    )


def test_somebody_of_another_grid_is_brought_here_and_both_grids_hear_of_it(
    cast: Cast, as_web: AsWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, frozenset[int]]] = []
    monkeypatch.setattr(
        feeds, "_sink", [lambda kind, ids, areas, *rest: told.append((kind, frozenset(areas)))]
    )
    number = an_id_no("19880812", "1")
    known = a_person(area_id=grid(cast["zhang"]), name="吉庆丰", id_no=number, phone="19900000021")
    told.clear()
    xue = cast["xue"].actor
    with as_web(xue):
        done = an_arrival(xue, id_no=number, phones=(PhoneDraft("19900000022"),), address="9组1号")
    assert (done.person_id, Person.objects.count()) == (known.pk, 1)
    known.refresh_from_db()
    assert (known.grid_id, known.address, known.purpose) == (grid(cast["xue"]), "9组1号", "grid_service")
    assert PersonPhone.objects.filter(person=known).count() == 2
    assert ("residents.person", frozenset({grid(cast["zhang"]), grid(cast["xue"])})) in told
    acts = [line.act for line in queries.provenance(xue, known.pk)]
    assert acts == ["arrival", "registered"]
    assert not queries.people_visible_to(cast["zhang"].actor).exists()


def test_another_name_for_a_known_number_is_noted_and_changes_nobody(cast: Cast) -> None:
    number = an_id_no("19880812", "1")
    known = a_person(area_id=grid(cast["zhang"]), name="吉庆丰", id_no=number)
    done = an_arrival(cast["zhang"].actor, name="吉庆峰", id_no=number, journey=a_journey(note="带一儿童"))
    known.refresh_from_db()
    assert (known.name, done.person_id) == ("吉庆丰", known.pk)
    assert done.note == "申报姓名为“吉庆峰”,与人口库不一致,请核对。带一儿童"
    assert queries.provenance(cast["zhang"].actor, known.pk)[0].fields[:2] == ["现住址", "姓名"]


def test_somebody_without_papers_is_known_by_name_and_number_in_the_own_grid(cast: Cast) -> None:
    known = a_person(area_id=grid(cast["zhang"]), id_no="", name="吉庆丰", phone="19900000031")
    number = an_id_no("19880812", "1")
    done = an_arrival(cast["zhang"].actor, id_no=number, phones=(PhoneDraft("19900000031"),))
    known.refresh_from_db()
    assert (done.person_id, str(known.birthday), known.sex) == (known.pk, "1988-08-12", "1")


@pytest.mark.parametrize(
    ("journey", "person", "field"),
    [
        ({"from_place": ""}, {}, "from_place"),
        ({"last_left_on": None}, {}, "last_left_on"),
        ({"arrived_on": clock.today() + timedelta(days=1)}, {}, "arrived_on"),
        ({"arrived_on": clock.today() - timedelta(days=5)}, {}, "last_left_on"),
        ({"temperature": 52.0}, {}, "temperature"),
        ({"kind": "guest"}, {}, "kind"),
        ({"symptoms": ("sleepy",)}, {}, "symptoms"),
        ({}, {"phones": ()}, "phone"),
        ({}, {"address": " "}, "address"),
        ({}, {"id_no": "11010119900307123X"}, "id_no"),
    ],
)
def test_a_wrong_arrival_is_refused_whole(
    cast: Cast, journey: dict[str, object], person: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        an_arrival(cast["zhang"].actor, journey=a_journey(**journey), **person)
    assert list(refusal.value.data["fields"]) == [field]
    assert (Person.objects.count(), Registration.objects.count()) == (0, 0)


def test_nobody_registers_into_another_grid(cast: Cast) -> None:
    with pytest.raises(NotFound):
        an_arrival(cast["zhang"].actor, area_id=grid(cast["xue"]))
    with pytest.raises(Forbidden):
        an_arrival(cast["dai"].actor, area_id=grid(cast["xue"]))
    assert an_arrival(cast["xing"].actor, area_id=grid(cast["xue"])).grid_id == grid(cast["xue"])


def test_arrivals_are_listed_by_what_is_asked(cast: Cast) -> None:
    zhang, xue = cast["zhang"].actor, cast["xue"].actor
    one = an_arrival(zhang)
    two = an_arrival(
        xue,
        name="仲海燕",
        id_no=an_id_no("19910101"),
        journey=a_journey(kind="homecoming", from_code="320582", last_left_on=None, symptoms=("fever",)),
    )

    def listed(who: str, **wanted: object) -> list[int]:
        found = queries.registrations(cast[who].actor, queries.RegistrationFilter(**wanted))  # type: ignore[arg-type]
        return [r.id for r in found.items]

    assert listed("zhou") == [two.pk, one.pk]
    assert (listed("zhang"), listed("xue"), listed("liu")) == ([one.pk], [two.pk], [])
    with pytest.raises(Forbidden):
        listed("mo")
    assert listed("lin", kind="homecoming") == [two.pk]
    assert listed("lin", symptoms=True) == [two.pk]
    assert listed("lin", from_code="3201") == [one.pk]
    assert listed("lin", area_id=grid(cast["zhang"])) == [one.pk]
    assert listed("lin", arrived_from=clock.today()) == []
    page = queries.registrations(cast["lin"].actor, limit=1)
    rest = queries.registrations(cast["lin"].actor, cursor=page.next_cursor or "", limit=1)
    assert ([r.id for r in page.items], [r.id for r in rest.items], rest.next_cursor) == (
        [two.pk],
        [one.pk],
        None,
    )


def test_a_days_calls_are_kept_once_each_and_a_wrong_one_refuses_itself(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    person = a_person(area_id=grid(cast["zhang"]))
    other = a_person(area_id=grid(cast["xue"]), name="别人")
    phone = PersonPhone.objects.get(person=person)
    when = clock.now() - timedelta(minutes=5)
    first = UUID("0190aaaa-0000-7000-8000-000000000001")
    calls = [
        (CallDraft(person.pk, "unanswered", when, phone.pk), Origin("phone", client_id=first)),
        (CallDraft(other.pk, "answered", when), Origin("phone", client_id=ids.uuid7())),
        (CallDraft(person.pk, "shouted", when), Origin("phone", client_id=ids.uuid7())),
        (
            CallDraft(person.pk, "wrong_number", when + timedelta(minutes=1), phone.pk),
            Origin("phone", client_id=ids.uuid7()),
        ),
    ]
    answers = services.log_calls(actor=zhang, calls=calls)
    assert [type(a).__name__ for a in answers] == ["CallLog", "NotFound", "Invalid", "CallLog"]
    again = services.log_calls(actor=zhang, calls=calls[:1])
    assert [a.pk for a in again if isinstance(a, CallLog)] == [
        answers[0].pk if isinstance(answers[0], CallLog) else 0
    ]
    assert CallLog.objects.count() == 2
    phone.refresh_from_db()
    assert phone.wrong_since == when + timedelta(minutes=1)
    assert [c.outcome_label for c in queries.calls(zhang, person.pk)] == ["号码错误", "无人接听"]
    services.log_call(actor=zhang, call=CallDraft(person.pk, "answered", clock.now(), phone.pk))
    phone.refresh_from_db()
    assert phone.wrong_since is None


def two_rows(cast: Cast) -> tuple[Person, Person]:
    area = grid(cast["zhang"])
    home = a_household(area_id=area)
    kept = a_person(area_id=area, name="沈桂英", id_no="", phone="19900000041", address="", care=("chronic",))
    absorbed = a_person(
        household_id=home.pk,
        name="沈贵英",
        relation="head",
        disease_history="高血压",
        hukou_code="320699",
        phones=(PhoneDraft("19900000041"), PhoneDraft("19900000042", "relative", "儿子")),
        care=("chronic", "elder_alone"),
    )
    return kept, absorbed


def whole(person_id: int) -> dict[str, object]:
    """Everything that hangs on a row, for comparing before and after."""
    person = Person.objects.filter(pk=person_id).values().get()
    for moving in ("version", "changed_at", "expires_at"):
        person.pop(moving)
    return {
        "person": {k: bytes(v) if isinstance(v, memoryview) else v for k, v in person.items()},
        "phones": sorted(PersonPhone.objects.filter(person=person_id).values_list("pk", flat=True)),
        "care": sorted(CareTag.objects.filter(person=person_id).values_list("pk", flat=True)),
        "calls": sorted(CallLog.objects.filter(person=person_id).values_list("pk", flat=True)),
        "arrivals": sorted(Registration.objects.filter(person=person_id).values_list("pk", flat=True)),
    }


def test_two_rows_become_one_and_can_be_taken_apart_again(cast: Cast) -> None:
    xing = cast["xing"].actor
    kept, absorbed = two_rows(cast)
    number = crypto.unseal("id_no", absorbed.id_no_sealed)
    services.log_call(actor=xing, call=CallDraft(absorbed.pk, "answered", clock.now()))
    before = (whole(kept.pk), whole(absorbed.pk))
    merge = services.merge_people(
        actor=xing, kept_id=kept.pk, absorbed_id=absorbed.pk, reason="同一人,名字写错"
    )
    page = services.look_at_person(actor=xing, person_id=kept.pk)
    assert [p.masked for p in page.row.phones] == ["199****0041", "199****0042"]
    assert (page.row.care, page.row.relation, page.household is not None) == (
        ("chronic", "elder_alone"),
        "head",
        True,
    )
    assert (page.row.id_no_masked[-4:], page.has_disease_history) == (number[-4:], True)
    assert [m.absorbed_name for m in page.merges] == ["沈贵英"]
    assert queries.person_for(xing, absorbed.pk).pk == kept.pk
    assert [r.id for r in services.look_up_number(actor=xing, number=number)] == [kept.pk]
    assert [r.id for r in queries.search(xing, "沈").items] == [kept.pk]
    assert len([line for line in queries.provenance(xing, kept.pk) if line.act == "registered"]) == 2
    with pytest.raises(Invalid):
        services.undo_merge(actor=xing, merge_id=merge.pk, reason=" ")
    services.undo_merge(actor=xing, merge_id=merge.pk, reason="确为两人")
    assert (whole(kept.pk), whole(absorbed.pk)) == before
    with pytest.raises(Conflict) as twice:
        services.undo_merge(actor=xing, merge_id=merge.pk, reason="再撤一次")
    assert twice.value.code == "already_undone"


def test_what_is_not_one_person_is_not_merged(cast: Cast) -> None:
    kept, absorbed = two_rows(cast)
    xing = cast["xing"].actor
    other = a_person(area_id=grid(cast["zhang"]), name="沈桂英")
    with pytest.raises(Conflict) as two:
        services.merge_people(actor=xing, kept_id=other.pk, absorbed_id=absorbed.pk, reason="试试")
    assert two.value.code == "two_people"
    with pytest.raises(Forbidden):
        services.merge_people(
            actor=cast["zhang"].actor, kept_id=kept.pk, absorbed_id=absorbed.pk, reason="试试"
        )
    with pytest.raises(NotFound):
        services.merge_people(
            actor=xing,
            kept_id=kept.pk,
            absorbed_id=a_person(area_id=cast["liu"].actor.area_id).pk,
            reason="试试",
        )
    with pytest.raises(Invalid):
        services.merge_people(actor=xing, kept_id=kept.pk, absorbed_id=absorbed.pk, reason="")
    assert Merge.objects.count() == 0
    assert not Person.objects.filter(merged_into__isnull=False).exists()


def test_what_has_expired_is_erased_with_evidence(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    home = a_household(area_id=grid(cast["zhang"]))
    stays = a_person(household_id=home.pk, name="常住人")
    known = an_arrival(zhang, id_no="", name="常住人", phones=(PhoneDraft(a_phone()),))
    goes = an_arrival(zhang, name="过路人")
    services.log_call(actor=zhang, call=CallDraft(goes.person_id, "answered", clock.now()))
    gone_id = goes.person_id
    with clock.moved_to(clock.now() + timedelta(days=89)):
        jobs.run("residents.erase_expired")
    assert (Person.objects.count(), Registration.objects.count(), Erasure.objects.count()) == (3, 2, 0)
    with clock.moved_to(clock.now() + timedelta(days=91)):
        jobs.run("residents.erase_expired")
        jobs.run("residents.erase_expired")
    assert list(Person.objects.values_list("pk", flat=True)) == [stays.pk]
    assert (Registration.objects.count(), CallLog.objects.count(), PersonPhone.objects.count()) == (0, 0, 1)
    assert not Provenance.objects.filter(person_id__in=[gone_id, known.person_id]).exists()
    evidence = {e.dataset: e for e in Erasure.objects.all()}
    people = sorted([known.person_id, gone_id])
    assert {d: e.rows for d, e in evidence.items()} == {
        "call": 1, "registration": 2, "phone": 2, "provenance": 2, "person": 2,
    }  # fmt: skip
    assert evidence["person"].ids_sha256 == hashlib.sha256(",".join(map(str, people)).encode()).hexdigest()
    logged = AuditEntry.objects.filter(action="residents.rows.erased")
    assert {e.data["dataset"]: e.data["rows"] for e in logged}["person"] == 2
    assert queries.erasures(cast["xing"].actor).items[0].dataset == "person"
    with clock.moved_to(clock.now() + timedelta(days=731)):
        services.erase_expired()
    assert (Person.objects.count(), Household.objects.count(), PersonPhone.objects.count()) == (0, 0, 0)


def body(**more: object) -> ArrivalBody:
    """As it comes off the wire."""
    plain = {
        "kind": "returnee", "name": "吉庆丰", "id_no": an_id_no("19880812", "1"), "address": "3组12号",
        "phones": [{"number": "19900000051"}, {"number": "19900000052", "kind": "relative"}],
        "from_place": "南京市江宁区", "from_code": "320115", "transport": "train", "transport_no": "G1234",
        "last_left_on": str(clock.today()), "arrived_on": str(clock.today()), "temperature": 36.5,
    }  # fmt: skip
    return msgspec.json.decode(msgspec.json.encode(plain | more), type=ArrivalBody)


def test_the_phone_registers_an_arrival_once(cast: Cast) -> None:
    offered = commands.known()["residents.register_arrival"]
    sent = envelope()
    zhang = cast["zhang"].actor
    wire = body()
    answer = offered.handle(zhang, sent, wire)
    assert offered.handle(zhang, sent, wire) == answer
    done = Registration.objects.get()
    assert answer == {"registration_id": done.pk, "person_id": done.person_id}
    assert (done.client_id, done.collected_at, done.data_source) == (sent.id, sent.at, "phone")
    assert PersonPhone.objects.filter(person=done.person_id).count() == 2
    line = Provenance.objects.get(person=done.person_id)
    assert line.ref == f"command:{sent.id}"
    with pytest.raises(Invalid):
        offered.handle(zhang, envelope(2), body(from_place=""))
    assert Registration.objects.count() == 1


def test_the_phones_stale_correction_shows_the_servers_version(cast: Cast) -> None:
    offered = commands.known()["residents.correct_person"]
    zhang = cast["zhang"].actor
    person = a_person(area_id=grid(cast["zhang"]), id_no="")
    fields = {"presence": "away", "birthday": "1950-02-03"}
    answer = offered.handle(zhang, envelope(), CorrectionBody(person_id=person.pk, version=1, fields=fields))
    assert answer == {"person_id": person.pk, "version": 2}
    person.refresh_from_db()
    assert (person.presence, str(person.birthday)) == ("away", "1950-02-03")
    with pytest.raises(StaleVersion) as stale:
        offered.handle(
            zhang, envelope(), CorrectionBody(person_id=person.pk, version=1, fields={"name": "某某"})
        )
    assert stale.value.data["server"]["version"] == 2
    with pytest.raises(BusinessError):
        offered.handle(
            zhang, envelope(), CorrectionBody(person_id=person.pk, version=2, fields={"grid_id": 5})
        )
    person.refresh_from_db()
    assert (person.name, person.version) == ("沈桂英", 2)


def test_the_phones_calls_come_in_one_go(cast: Cast) -> None:
    offered = commands.known()["residents.log_call"]
    assert offered.many is not None
    zhang = cast["zhang"].actor
    person = a_person(area_id=grid(cast["zhang"]))
    other = a_person(area_id=grid(cast["xue"]), name="别人")
    bodies = [
        CallBody(person_id=p.pk, outcome="answered", called_at=clock.now()) for p in (person, other, person)
    ]
    answers = offered.many(zhang, [(envelope(n), b) for n, b in enumerate(bodies)])
    assert [isinstance(a, NotFound) for a in answers] == [False, True, False]
    assert CallLog.objects.filter(person=person).count() == 2
    assert offered.handle(zhang, envelope(9), bodies[0])["call_id"] == CallLog.objects.latest("pk").pk


def test_a_phone_holds_its_own_grid_masked_and_without_birthdays(cast: Cast) -> None:
    number = an_id_no("19690307", "2")
    home = a_household(area_id=grid(cast["zhang"]))
    mine = a_person(household_id=home.pk, id_no=number, phone="19900000061", relation="head")
    other = a_person(area_id=grid(cast["xue"]))
    offered = feeds.known()
    people = list(offered["residents.person"].read(cast["zhang"].actor, None))
    assert [p["id"] for p in people] == [mine.pk]
    assert people[0]["id_no"] == f"320699********{number[-4:]}"
    assert people[0]["phones"][0]["number"] == "199****0061"
    wire = msgspec.json.encode(people).decode()
    for hidden in (number, "19900000061", "1969-03-07", "birthday"):
        assert hidden not in wire
    assert list(offered["residents.person"].read(cast["zhang"].actor, [mine.pk, other.pk, 10**9])) == people
    homes = list(offered["residents.household"].read(cast["zhang"].actor, None))
    assert [(h["id"], h["persons"], h["head"]) for h in homes] == [(home.pk, 1, "沈桂英")]
    assert list(offered["residents.person"].read(cast["mo"].actor, None)) == []
    assert (offered["residents.person"].most, offered["residents.person"].roles) == (2000, {"grid_worker"})


def test_a_generated_population_is_plausible_and_the_same_each_time(cast: Cast) -> None:
    grids = [grid(cast["zhang"]), grid(cast["xue"])]
    count = services.invent_population(actor=system("demo"), grid_ids=grids, people_per_grid=120)
    assert count == 240
    assert Person.objects.filter(grid_id=grids[0]).count() == 120
    assert Person.objects.filter(id_no_index__isnull=False, birthday__isnull=False).count() == 240
    assert Household.objects.count() > 70
    heads = Person.objects.filter(relation="head").count()
    assert heads == Household.objects.count()
    assert CareTag.objects.filter(kind="elder_alone").count() >= 3
    ages = [r.age or 0 for r in queries.rows_of(list(Person.objects.all()))]
    assert min(ages) < 12 < 75 < max(ages) <= 96
    with pytest.raises(Conflict):
        services.invent_population(actor=system("demo"), grid_ids=grids, people_per_grid=10)
    with pytest.raises(Forbidden):
        services.invent_population(actor=cast["zhou"].actor, grid_ids=grids)
    first = Person.objects.order_by("pk").values_list("name", "birthday")[:20]
    from wangge.residents.invented import Town

    again = [p for home in Town("通州", clock.today()).homes(120) for p in home.people][:20]
    assert [(p.name, p.birthday) for p in again] == list(first)


def test_draft_of_somebody_unknown_can_be_checked_without_storing(cast: Cast) -> None:
    number = an_id_no()
    known = a_person(area_id=grid(cast["zhang"]), id_no=number, phone="19900000071")
    items, elsewhere = queries.possible_duplicates(
        cast["zhang"].actor, name="沈桂英", id_no=number, phone="19900000071"
    )
    assert [(i.person.id, i.reasons, i.certain) for i in items] == [
        (known.pk, ("证件号码相同", "电话相同", "姓名和出生日期相同"), True)
    ]
    assert elsewhere is False
    items, elsewhere = queries.possible_duplicates(cast["xue"].actor, name="沈桂英", id_no=number)
    assert (items, elsewhere) == ([], True)
    assert PersonDraft(name="沈桂英").phones == ()
