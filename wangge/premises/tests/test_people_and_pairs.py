"""Contacts, rosters, pairs: who may, what is written down, what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wangge.audit.models import AuditEntry
from wangge.kit import clock
from wangge.kit.errors import Conflict, Forbidden, Invalid, NotFound
from wangge.org.testing import Person, a_person
from wangge.premises import queries, services, testing
from wangge.premises.models import Contact, LiaisonPair, StaffMember
from wangge.premises.services import StaffDraft
from wangge.premises.tests.test_register import an_id_no
from wangge.territory.testing import a_grid, a_town

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]


def test_a_number_is_shown_for_a_purpose_and_the_look_is_written_down(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    zhang = cast["zhang"].actor
    with pytest.raises(Invalid):
        services.reveal_contact(actor=zhang, premises_id=row.pk, purpose=" ")
    assert AuditEntry.objects.filter(action="audit.field.revealed").count() == 0
    seen = services.reveal_contact(actor=zhang, premises_id=row.pk, purpose="联系排查")
    assert (seen.name, seen.phone) == ("曹示范", "19900001234")
    entry = AuditEntry.objects.get(action="audit.field.revealed")
    assert (entry.subject, entry.purpose, entry.data) == (
        f"premises.premises:{row.pk}", "联系排查", {"field": "contact.main"},
    )  # fmt: skip
    for who, error in (("xue", NotFound), ("ji", Forbidden), ("bo", NotFound)):
        with pytest.raises(error):
            services.reveal_contact(actor=cast[who].actor, premises_id=row.pk, purpose="联系排查")
    with pytest.raises(NotFound):
        services.reveal_contact(actor=zhang, premises_id=row.pk, purpose="联系排查", role="safety")
    assert AuditEntry.objects.filter(action="audit.field.revealed").count() == 1


def test_a_new_contact_ends_the_one_before(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    xia = cast["xia"].actor
    services.set_contact(actor=xia, premises_id=row.pk, name="季样本", phone="199 0000 5678")
    services.set_contact(actor=xia, premises_id=row.pk, name="季样本", phone="19900005678")
    services.set_contact(actor=xia, premises_id=row.pk, name="钱样本", phone="", role="safety")
    assert [(c.role_label, c.name, c.phone_masked) for c in queries.contacts_of(xia, row.pk)] == [
        ("联系人", "季样本", "199****5678"),
        ("安全员", "钱样本", ""),
    ]
    assert Contact.objects.filter(valid_to__isnull=False).count() == 1
    with pytest.raises(Invalid):
        services.set_contact(actor=xia, premises_id=row.pk, name="", phone="19900005678")
    with pytest.raises(Forbidden):
        services.set_contact(actor=cast["mo"].actor, premises_id=row.pk, name="季样本", phone="")
    assert Contact.objects.count() == 3


def test_a_roster_is_for_those_who_keep_it(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    xia = cast["xia"].actor
    drafts = [StaffDraft("季样本", an_id_no(), "19900003333", "挡车工"), StaffDraft("")]
    report = services.put_staff(actor=xia, premises_id=row.pk, members=drafts)
    assert (report.added, report.refused) == (1, [(2, "姓名为空")])
    (member,) = queries.staff_of(xia, row.pk).items
    assert (member.name_masked, member.id_no_masked) == (
        "季**",
        an_id_no()[:6] + "********" + an_id_no()[-4:],
    )
    seen = services.reveal_staff(actor=xia, premises_id=row.pk, staff_id=member.id, purpose="核对名册")
    assert (seen.name, seen.id_no, seen.phone) == ("季样本", an_id_no(), "19900003333")
    for who in ("zhang", "mo", "bo", "ji"):
        with pytest.raises(Forbidden):
            queries.staff_of(cast[who].actor, row.pk)
        with pytest.raises(Forbidden):
            services.put_staff(actor=cast[who].actor, premises_id=row.pk, members=drafts)
    services.end_staff(actor=xia, premises_id=row.pk, staff_id=member.id)
    assert queries.staff_of(xia, row.pk).items == []
    assert len(queries.staff_of(xia, row.pk, former=True).items) == 1
    with pytest.raises(NotFound):
        services.end_staff(actor=xia, premises_id=row.pk, staff_id=member.id)


def test_who_ended_90_days_ago_is_erased(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    xia = cast["xia"].actor
    services.put_staff(actor=xia, premises_id=row.pk, members=[StaffDraft("季样本"), StaffDraft("钱样本")])
    first = StaffMember.objects.order_by("id").first()
    assert first is not None
    services.end_staff(actor=xia, premises_id=row.pk, staff_id=first.pk)
    services.set_contact(actor=xia, premises_id=row.pk, name="孙样本", phone="19900005678")
    with clock.moved_to(clock.now() + timedelta(days=90)):
        assert services.erase_former_people() == 0
    with clock.moved_to(clock.now() + timedelta(days=91)):
        assert services.erase_former_people() == 2
        assert services.erase_former_people() == 0
    assert (StaffMember.objects.count(), Contact.objects.count()) == (1, 1)


def test_a_pair_shows_a_liaison_the_premises_and_its_end_takes_it_away(cast: Cast) -> None:
    row, other = testing.a_premises(), testing.a_premises(area_id=cast["zhang"].actor.area_id)
    leader, bo = cast["leader"].actor, cast["bo"]
    stranger = a_person("area_admin", None, a_town("平潮镇").id).actor
    assert set(queries.premises_visible_to(bo.actor)) == set()
    pair = services.pair_liaison(actor=leader, post_id=bo.post.pk, premises_id=row.pk)
    again = services.pair_liaison(actor=leader, post_id=bo.post.pk, premises_id=row.pk)
    assert again.pk == pair.pk
    assert set(queries.premises_visible_to(bo.actor)) == {row}
    assert (queries.pairs_of_post(bo.post.pk), queries.liaison_of([row.pk, other.pk])) == (
        [row.pk],
        {row.pk: bo.post.pk},
    )
    with pytest.raises(NotFound):
        services.end_pair(actor=stranger, pair_id=pair.pk)
    services.end_pair(actor=leader, pair_id=pair.pk)
    assert set(queries.premises_visible_to(bo.actor)) == set()
    with pytest.raises(NotFound):
        services.end_pair(actor=leader, pair_id=pair.pk)
    (history,) = queries.pairs_of_premises(leader, row.pk)
    assert (history.account_name, history.valid_to) == ("柏", clock.today())


def test_a_premises_has_one_liaison_at_a_time(cast: Cast) -> None:
    row = testing.a_premises()
    leader, second = cast["leader"].actor, a_person("liaison", None, a_grid().id, name="葛")
    services.pair_liaison(actor=leader, post_id=cast["bo"].post.pk, premises_id=row.pk)
    with pytest.raises(Conflict) as refusal:
        services.pair_liaison(actor=leader, post_id=second.post.pk, premises_id=row.pk)
    assert refusal.value.code == "already_paired"
    assert queries.liaison_of([row.pk]) == {row.pk: cast["bo"].post.pk}
    services.pair_liaison(actor=leader, post_id=second.post.pk, premises_id=row.pk, replace=True)
    assert queries.liaison_of([row.pk]) == {row.pk: second.post.pk}
    for actor in (cast["bo"].actor, cast["zhang"].actor):
        with pytest.raises(Forbidden):
            services.pair_liaison(actor=actor, post_id=second.post.pk, premises_id=row.pk)
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Invalid):
        services.pair_liaison(
            actor=leader, post_id=second.post.pk, premises_id=testing.a_premises().pk, valid_from=tomorrow
        )
    with pytest.raises(NotFound):
        services.pair_liaison(actor=leader, post_id=10**9, premises_id=row.pk)
    assert LiaisonPair.objects.count() == 2


def test_many_are_paired_at_once_and_those_with_a_liaison_keep_it(cast: Cast) -> None:
    rows = [testing.a_premises() for _ in range(3)]
    leader, second = cast["leader"].actor, a_person("liaison", None, a_grid().id, name="葛")
    services.pair_liaison(actor=leader, post_id=cast["bo"].post.pk, premises_id=rows[0].pk)
    assert services.pair_many(actor=leader, pairs={r.pk: second.post.pk for r in rows}) == 2
    assert queries.liaison_of([r.pk for r in rows]) == {
        rows[0].pk: cast["bo"].post.pk,
        rows[1].pk: second.post.pk,
        rows[2].pk: second.post.pk,
    }


def test_a_pasted_table_pairs_line_by_line_and_names_the_refused_ones(cast: Cast) -> None:
    a = testing.a_premises("示例甲家纺有限公司")
    b = testing.a_premises("示例乙家纺有限公司")
    leader = cast["leader"].actor
    for area in (a_grid().id, a_grid().id):
        a_person("liaison", None, area, name="葛")
    text = "\n".join(
        [
            "联络员\t企业",
            "柏\t示例甲家纺有限公司",
            f"柏 , {b.credit_code}",
            f"王某\t{b.name}",
            f"葛\t{b.name}",
            "柏\t没有的厂",
            "柏",
        ]
    )
    batch = services.paste_pairs(actor=leader, text=text)
    assert (batch.rows_in, batch.stored, batch.unchanged, batch.refused) == (6, 2, 0, 4)
    assert queries.refusals(leader, batch.pk) == [
        (4, "没有叫“王某”的企业联络员"),
        (5, "有2位叫“葛”的联络员,请写成“姓名/单位”"),
        (6, "没有在册单位“没有的厂”"),
        (7, "缺少企业名称或信用代码"),
    ]
    assert queries.pairs_of_post(cast["bo"].post.pk) == [a.pk, b.pk]
    again = services.paste_pairs(actor=leader, text=text)
    assert (again.stored, again.unchanged) == (2, 2)
    with pytest.raises(Invalid):
        services.paste_pairs(actor=leader, text=" \n ")
