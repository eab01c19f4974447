"""Registering, finding, correcting, moving: what is stored, what is refused, what nobody else sees."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from wangge.audit.models import AuditEntry
from wangge.kit import clock, crypto, feeds, subjects
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Forbidden, Invalid, NotFound, StaleVersion
from wangge.org.testing import Person as Seat
from wangge.residents import queries, rules, services, testing
from wangge.residents.models import CareTag, Household, Person, PersonPhone, Provenance
from wangge.residents.services import Correction, Origin, PersonDraft, PhoneDraft
from wangge.residents.testing import a_household, a_person, a_phone, an_id_no

pytestmark = pytest.mark.django_db
Cast = dict[str, Seat]
AsWeb = Callable[[Actor], AbstractContextManager[None]]


class Heard:
    """Keeps what the phones were told."""

    def __init__(self) -> None:
        self.said: list[tuple[str, tuple[int, ...], frozenset[int]]] = []

    def __call__(self, kind: str, ids: object, area_ids: object, *rest: object) -> None:
        self.said.append((kind, tuple(ids), frozenset(area_ids)))  # type: ignore[call-overload]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    found = Heard()
    monkeypatch.setattr(feeds, "_sink", [found])
    return found


def grid(seat: Seat) -> int:
    return seat.actor.area_id or 0


def test_a_grid_worker_registers_somebody_of_the_own_grid(cast: Cast, heard: Heard) -> None:
    zhang = cast["zhang"].actor
    number = an_id_no("19690307", "2")
    draft = PersonDraft(
        name=" 沈 桂英 ",
        id_no=number.lower(),
        address="3组12号",
        phones=(PhoneDraft("+86 199-0000-0001"), PhoneDraft("19900000002", "relative", "沈小军")),
        care=("elder_alone", "chronic"),
        disease_history="高血压",
    )
    person = services.register_person(actor=zhang, draft=draft)
    person.refresh_from_db()
    assert (person.name, person.pinyin, person.initials) == ("沈桂英", "shenguiying", "sgy")
    assert (person.sex, person.birthday, person.grid_id) == (
        "2",
        rules.birthday_of("id_card", number),
        grid(cast["zhang"]),
    )
    assert (person.data_source, person.purpose, person.version) == ("console", "grid_service", 1)
    assert person.expires_at == person.collected_at + timedelta(days=730)
    row = queries.rows_of([person])[0]
    assert row.id_no_masked == f"320699********{number[-4:]}"
    assert [(p.masked, p.kind_label, p.holder) for p in row.phones] == [
        ("199****0001", "本人", ""),
        ("199****0002", "亲属", "沈小军"),
    ]
    assert row.care == ("chronic", "elder_alone")
    line = Provenance.objects.get(person=person)
    assert (line.act, line.source, line.by) == ("registered", "console", zhang.key)
    assert heard.said == [("residents.person", (person.pk,), frozenset({grid(cast["zhang"])}))]
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(p)::text FROM residents_person p")
        stored = cursor.fetchone()[0]
    for plain in (number, "高血压", "19900000001"):
        assert plain not in stored


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "张3"}, "name"),
        ({"id_no": "32069919690307002X"}, "id_no"),
        ({"phones": (PhoneDraft("1990000"),)}, "phone"),
        ({"care": ("lucky",)}, "care"),
        ({"relation": "cousin"}, "relation"),
        ({"hukou_code": "32069A"}, "hukou_code"),
    ],
)
def test_every_wrong_field_is_named_and_nothing_is_stored(
    cast: Cast, change: dict[str, object], field: str
) -> None:
    draft = PersonDraft(**({"name": "沈桂英", "address": "3组"} | change))  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refusal:
        services.register_person(actor=cast["zhang"].actor, draft=draft)
    assert list(refusal.value.data["fields"]) == [field]
    assert (Person.objects.count(), PersonPhone.objects.count(), Provenance.objects.count()) == (0, 0, 0)


def test_the_same_number_is_refused_and_shown_only_inside_the_scope(cast: Cast) -> None:
    number = an_id_no()
    known = a_person(area_id=grid(cast["zhang"]), id_no=number)
    draft = PersonDraft(name="沈桂英", id_no=number, address="3组")
    with pytest.raises(Conflict) as here:
        services.register_person(actor=cast["zhang"].actor, draft=draft)
    assert (here.value.code, here.value.data) == ("known_id_no", {"person_id": known.pk})
    with pytest.raises(Conflict) as elsewhere:
        services.register_person(actor=cast["xue"].actor, draft=draft, certain=True)
    assert (elsewhere.value.code, elsewhere.value.data) == ("known_id_no", {})
    assert Person.objects.count() == 1


def test_a_likely_double_is_warned_of_and_may_be_confirmed(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    known = a_person(area_id=grid(cast["zhang"]), id_no="", birthday=testing.born(70))
    draft = PersonDraft(name="沈桂英", birthday=testing.born(70), address="5组")
    with pytest.raises(Conflict) as warned:
        services.register_person(actor=zhang, draft=draft)
    assert (warned.value.code, warned.value.data) == ("may_be_known", {"person_ids": [known.pk]})
    assert Person.objects.count() == 1
    assert services.register_person(actor=zhang, draft=draft, certain=True).pk != known.pk


def test_sent_twice_with_one_client_id_it_is_stored_once(cast: Cast) -> None:
    origin = Origin("phone", "command:x", client_id=UUID("0190aaaa-0000-7000-8000-000000000001"))
    draft = PersonDraft(name="沈桂英", address="3组")
    one = services.register_person(actor=cast["zhang"].actor, draft=draft, origin=origin)
    two = services.register_person(actor=cast["zhang"].actor, draft=draft, origin=origin)
    assert (one.pk, Person.objects.count()) == (two.pk, 1)


def test_who_sees_whom(cast: Cast) -> None:
    person = a_person(area_id=grid(cast["zhang"]))
    for who in ("zhang", "xing", "zhou", "dai", "lin"):
        assert queries.person_for(cast[who].actor, person.pk).pk == person.pk, who
    words = set()
    for who in ("xue", "liu", "mo", "ji", "yin"):
        for pk in (person.pk, 10**9):
            with pytest.raises(NotFound) as refusal:
                queries.person_for(cast[who].actor, pk)
            words.add(refusal.value.message)
        with pytest.raises(NotFound):
            subjects.card(cast[who].actor, f"residents.person:{person.pk}")
    assert len(words) == 1


def test_the_database_repeats_the_scope(cast: Cast, as_web: AsWeb) -> None:
    home = a_household(area_id=grid(cast["zhang"]))
    person = a_person(household_id=home.pk, care=("elder_alone",))
    testing.an_arrival(cast["zhang"].actor)
    tables = ("person", "household", "personphone", "caretag", "registration", "provenance")

    def counts() -> list[int]:
        found = []
        with connection.cursor() as cursor:
            for table in tables:
                cursor.execute(f"SELECT count(*) FROM residents_{table}")
                found.append(cursor.fetchone()[0])
        return found

    for who in ("zhang", "xing", "dai"):
        with as_web(cast[who].actor):
            assert counts() == [2, 1, 2, 1, 1, 3], who
    for who in ("xue", "liu", "yin"):
        with as_web(cast[who].actor):
            assert counts() == [0] * 6, who
    with as_web(cast["zhang"].actor):
        page = services.look_at_person(actor=cast["zhang"].actor, person_id=person.pk)
        assert (page.household and page.household.persons, page.row.care) == (1, ("elder_alone",))


def test_a_grid_worker_can_work_under_the_scoped_role(cast: Cast, as_web: AsWeb) -> None:
    zhang, xue = cast["zhang"].actor, cast["xue"].actor
    with as_web(zhang):
        home = services.register_household(actor=zhang, draft=services.HouseholdDraft(address="3组12号"))
        person = services.register_person(
            actor=zhang, draft=PersonDraft(name="沈桂英", id_no=an_id_no(), household_id=home.pk)
        )
        fixed = services.correct_person(
            actor=zhang,
            person_id=person.pk,
            version=1,
            correction=Correction({"presence": "away"}, (PhoneDraft(a_phone()),)),
        )
        assert (fixed.presence, fixed.version, fixed.address) == ("away", 2, "3组12号")
        services.move_household(
            actor=zhang, household_id=home.pk, area_id=grid(cast["xue"]), address="9组1号"
        )
        assert not queries.people_visible_to(zhang).exists()
    with as_web(xue):
        row = services.look_at_person(actor=xue, person_id=person.pk).row
        assert (row.address, row.household_id, row.presence, row.version) == ("9组1号", home.pk, "here", 3)


def test_somebody_is_found_by_number_exactly_and_the_number_is_not_written_down(cast: Cast) -> None:
    number, phone = an_id_no(), a_phone()
    person = a_person(area_id=grid(cast["zhang"]), id_no=number, phone=phone)
    for text in (number, f" {number[:6]} {number[6:]} ", phone, f"+86{phone}"):
        rows = services.look_up_number(actor=cast["zhang"].actor, number=text)
        assert [r.id for r in rows] == [person.pk], text
        assert services.look_up_number(actor=cast["xue"].actor, number=text) == []
    for text in ("", "12", "沈桂英", "199000"):
        with pytest.raises(Invalid):
            services.look_up_number(actor=cast["zhang"].actor, number=text)
    assert services.look_up_number(actor=cast["zhang"].actor, number="E12345678") == []
    with pytest.raises(Forbidden):
        services.look_up_number(actor=cast["mo"].actor, number=number)
    logged = json.dumps([[e.data, e.subject, e.action] for e in AuditEntry.objects.all()])
    assert number not in logged
    assert phone not in logged
    assert AuditEntry.objects.filter(action="residents.person.found").count() == 4


def test_names_are_found_by_their_start_by_pinyin_and_by_initials(cast: Cast) -> None:
    one, two = grid(cast["zhang"]), grid(cast["xue"])
    ids = {
        name: a_person(area_id=area, name=name).pk
        for name, area in (
            ("仇桂英", one),
            ("沈桂英", one),
            ("沈国强", one),
            ("沈桂英子", two),
            ("单秀兰", two),
        )
    }
    xing = cast["xing"].actor

    def found(text: str, actor: Actor = xing, area: int | None = None) -> list[str]:
        return [r.name for r in queries.search(actor, text, area).items]

    assert found("沈") == ["沈国强", "沈桂英", "沈桂英子"]
    assert found("沈桂英") == ["沈桂英", "沈桂英子"]
    assert found("沈桂英", area=one) == ["沈桂英"]
    assert found("shengui") == ["沈桂英", "沈桂英子"]
    assert found("Qiu Guiying") == ["仇桂英"]
    assert found("sgy") == ["沈桂英", "沈桂英子"]
    assert found("shanxiulan") == ["单秀兰"]
    assert found("桂英") == ["仇桂英", "沈桂英", "沈桂英子"]
    assert found("无此人") == []
    assert found("沈", cast["zhang"].actor) == ["沈国强", "沈桂英"]
    assert found("沈", cast["zhang"].actor, area=two) == []
    assert found("沈", cast["liu"].actor) == []
    assert found("沈", cast["zhou"].actor, area=two) == ["沈桂英子"]
    assert [r.id for r in queries.search(xing, "沈国强").items] == [ids["沈国强"]]


def test_pages_follow_each_other_without_gap_or_double(cast: Cast) -> None:
    names = ["陈一", "陈一", "陈一", "陈二", "陈二", "陈三", "陈桂英", "陈桂兰"]
    for number, name in enumerate(names):
        a_person(area_id=grid(cast["zhang" if number % 2 else "xue"]), name=name)
    for actor, text in ((cast["xing"].actor, "陈"), (cast["zhou"].actor, "陈"), (cast["zhou"].actor, "chen")):
        seen: list[int] = []
        cursor = ""
        while True:
            page = queries.search(actor, text, cursor=cursor, limit=3)
            seen += [r.id for r in page.items]
            cursor = page.next_cursor or ""
            if not cursor:
                break
        assert len(seen) == len(set(seen)) == 8, text
    inside = queries.search(cast["zhou"].actor, "桂英", limit=1)
    assert ([r.name for r in inside.items], inside.next_cursor) == (["陈桂英"], None)


def test_nobody_lists_a_district_and_a_grid_worker_lists_nothing(cast: Cast) -> None:
    a_person(area_id=grid(cast["zhang"]))
    with pytest.raises(Invalid):
        queries.search(cast["zhou"].actor, "")
    with pytest.raises(Invalid):
        queries.search(cast["zhang"].actor, "")
    assert len(queries.search(cast["zhou"].actor, "", grid(cast["zhang"])).items) == 1
    with pytest.raises(Forbidden):
        queries.search(cast["mo"].actor, "沈")


def test_a_correction_of_an_old_version_shows_both_and_changes_nothing(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    person = a_person(area_id=grid(cast["zhang"]))
    services.correct_person(
        actor=cast["xing"].actor, person_id=person.pk, version=1, correction=Correction({"presence": "away"})
    )
    with pytest.raises(StaleVersion) as stale:
        services.correct_person(
            actor=zhang, person_id=person.pk, version=1, correction=Correction({"presence": "moved_out"})
        )
    server = stale.value.data["server"]
    assert (server["id"], server["version"], server["presence"]) == (person.pk, 2, "away")
    assert "*" in server["id_no"]
    person.refresh_from_db()
    assert (person.presence, person.version) == ("away", 2)


def test_a_correction_says_who_changed_what_and_renews_the_record(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    person = a_person(area_id=grid(cast["zhang"]), care=("chronic",))
    phone = PersonPhone.objects.get(person=person)
    later = clock.now() + timedelta(days=100)
    with clock.moved_to(later):
        services.correct_person(
            actor=zhang,
            person_id=person.pk,
            version=1,
            correction=Correction(
                {"name": "沈贵英", "no_smartphone": True, "disease_history": "糖尿病"},
                (PhoneDraft("19900000009", "relative", "女儿"),),
                (phone.pk,),
                ("elder_alone",),
            ),
        )
    person.refresh_from_db()
    assert (person.name, person.pinyin, person.version) == ("沈贵英", "shenguiying", 2)
    assert person.expires_at == later + timedelta(days=730)
    assert [p.holder for p in PersonPhone.objects.filter(person=person)] == ["女儿"]
    assert list(CareTag.objects.filter(person=person).values_list("kind", flat=True)) == ["elder_alone"]
    line = queries.provenance(zhang, person.pk)[0]
    assert (line.act, line.fields) == (
        "corrected",
        ["姓名", "无智能手机", "基础病史", "联系电话", "关爱标签"],
    )
    said = json.loads(crypto.unseal("provenance", Provenance.objects.latest("pk").said_sealed))
    assert (said["before"]["name"], said["after"]["name"]) == ("沈桂英", "沈贵英")


def test_an_identity_number_can_be_corrected_but_not_to_somebody_elses(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    taken = an_id_no("19500101", "1")
    a_person(area_id=grid(cast["xue"]), id_no=taken)
    person = a_person(area_id=grid(cast["zhang"]), id_no="")
    with pytest.raises(Conflict):
        services.correct_person(
            actor=zhang, person_id=person.pk, version=1, correction=Correction({"id_no": taken})
        )
    person.refresh_from_db()
    assert (person.id_no_index, person.version) == (None, 1)
    number = an_id_no("19551231", "1")
    services.correct_person(
        actor=zhang, person_id=person.pk, version=1, correction=Correction({"id_no": number})
    )
    person.refresh_from_db()
    assert (person.sex, str(person.birthday)) == ("1", "1955-12-31")
    with pytest.raises(Invalid):
        services.correct_person(
            actor=zhang, person_id=person.pk, version=2, correction=Correction({"birthday": testing.born(60)})
        )


def test_a_stranger_corrects_nothing(cast: Cast) -> None:
    person = a_person(area_id=grid(cast["zhang"]))
    for who, refusal in (("xue", NotFound), ("liu", NotFound), ("dai", Forbidden), ("mo", Forbidden)):
        with pytest.raises(refusal):
            services.correct_person(
                actor=cast[who].actor, person_id=person.pk, version=1, correction=Correction({"name": "某"})
            )
    person.refresh_from_db()
    assert (person.name, person.version) == ("沈桂英", 1)


def test_a_household_moves_with_everybody_and_both_grids_hear_of_it(cast: Cast, heard: Heard) -> None:
    one, two = grid(cast["zhang"]), grid(cast["xue"])
    home = a_household(area_id=one)
    people = [a_person(household_id=home.pk, relation=r) for r in ("head", "spouse")]
    heard.said.clear()
    services.move_household(actor=cast["zhang"].actor, household_id=home.pk, area_id=two, address="9组1号")
    home.refresh_from_db()
    assert (home.grid_id, home.address, home.version) == (two, "9组1号", 2)
    assert {(p.grid_id, p.address, p.household_id) for p in Person.objects.all()} == {
        (two, "9组1号", home.pk)
    }
    told = {(kind, areas) for kind, _ids, areas in heard.said}
    assert told == {
        ("residents.person", frozenset({one, two})),
        ("residents.household", frozenset({one, two})),
    }
    assert {i for kind, ids, _a in heard.said if kind == "residents.person" for i in ids} == {
        p.pk for p in people
    }
    with pytest.raises(NotFound):
        services.move_household(actor=cast["zhang"].actor, household_id=home.pk, area_id=one, address="回来")
    assert Household.objects.get().grid_id == two


def test_a_look_needs_a_purpose_and_leaves_a_line(cast: Cast) -> None:
    number = an_id_no()
    person = a_person(area_id=grid(cast["zhang"]), id_no=number, disease_history="高血压")
    zhang = cast["zhang"].actor
    for purpose in ("", " "):
        with pytest.raises(Invalid):
            services.reveal_field(actor=zhang, person_id=person.pk, field="id_no", purpose=purpose)
    for who, refusal in (("dai", Forbidden), ("xue", NotFound), ("mo", Forbidden)):
        with pytest.raises(refusal):
            services.reveal_field(
                actor=cast[who].actor, person_id=person.pk, field="id_no", purpose="核对身份"
            )
    assert not AuditEntry.objects.filter(action="audit.field.revealed").exists()
    assert (
        services.reveal_field(actor=zhang, person_id=person.pk, field="id_no", purpose="核对身份") == number
    )
    history = services.reveal_field(
        actor=cast["lin"].actor, person_id=person.pk, field="disease_history", purpose="就医安排"
    )
    assert history == "高血压"
    services.look_at_person(actor=cast["xing"].actor, person_id=person.pk)
    looks = queries.looks_at(cast["xing"].actor, person.pk).items
    assert [(e.action, e.purpose) for e in looks] == [
        ("residents.person.seen", ""),
        ("audit.field.revealed", "就医安排"),
        ("audit.field.revealed", "核对身份"),
        ("residents.person.registered", ""),
    ]
    with pytest.raises(Forbidden):
        queries.looks_at(zhang, person.pk)


def test_a_number_to_dial_is_the_best_one_and_is_written_down(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    phones = (PhoneDraft("19900000012", "relative", "儿子"), PhoneDraft("19900000011"))
    person = a_person(area_id=grid(cast["zhang"]), phones=phones)
    dial = services.phone_of(actor=zhang, person_id=person.pk, purpose="电话核实")
    assert (dial.number, dial.kind) == ("19900000011", "own")
    call = services.CallDraft(person.pk, "wrong_number", clock.now(), dial.phone_id)
    services.log_call(actor=zhang, call=call)
    again = services.phone_of(actor=zhang, person_id=person.pk, purpose="电话核实")
    assert (again.number, again.kind, again.holder) == ("19900000012", "relative", "儿子")
    assert AuditEntry.objects.filter(action="audit.field.revealed", purpose="电话核实").count() == 2
    nobody = a_person(area_id=grid(cast["zhang"]), phone="", name="无号码")
    with pytest.raises(NotFound):
        services.phone_of(actor=zhang, person_id=nobody.pk, purpose="电话核实")


def test_forms_get_cards_masked_and_only_inside_the_scope(cast: Cast) -> None:
    number = an_id_no("19690307")
    mine = a_person(area_id=grid(cast["zhang"]), id_no=number, phone="19900000001")
    other = a_person(area_id=grid(cast["xue"]))
    assert queries.cards(cast["zhang"].actor, [mine.pk, other.pk, 10**9]) == {
        mine.pk: {
            "person.name": "沈桂英",
            "person.id_no": f"320699********{number[-4:]}",
            "person.phone": "199****0001",
            "person.sex": "女",
            "person.birthday": "1969-**-**",
            "person.address": "3组12号",
        }
    }
