"""Who sees what: by query, by service, and by the database itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from wangge.audit.models import AuditEntry
from wangge.casework import queries as casework
from wangge.hotline import queries, rules, services, testing
from wangge.hotline.models import Ticket, TicketText
from wangge.kit import subjects
from wangge.kit.actor import Actor
from wangge.kit.errors import Forbidden, Invalid, NotFound
from wangge.org.testing import Person, a_person, an_agency

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
CHILDREN = ("ticketmove", "ticketunit", "ticketrequest", "disposal", "callback", "supervision", "follow")


def seen_by(actor: Actor) -> set[int]:
    return set(queries.tickets_visible_to(actor).values_list("pk", flat=True))


def in_grid(cast: Cast, who: str = "zhang") -> Ticket:
    return testing.a_ticket(cast["mo"].actor, submit=True, area_id=cast[who].actor.area_id)


def test_the_desks_of_the_centre_see_the_district(cast: Cast) -> None:
    ticket = in_grid(cast)
    for who in ("zhou", "mo", "dai", "bian", "fan", "niu"):
        assert seen_by(cast[who].actor) == {ticket.pk}, who


def test_a_grid_worker_sees_the_open_tickets_of_the_own_grid_only(cast: Cast) -> None:
    ticket = in_grid(cast)
    assert seen_by(cast["zhang"].actor) == {ticket.pk}
    assert seen_by(cast["xue"].actor) == set()
    services.refuse_ticket(
        actor=cast["dai"].actor, ticket_id=ticket.pk, reason_code="withdrawn", basis="诉求人撤回"
    )
    assert seen_by(cast["zhang"].actor) == set()


def test_a_unit_sees_what_it_was_given_and_a_stranger_does_not(cast: Cast) -> None:
    ticket = testing.a_dispatched_ticket(cast)
    assert seen_by(cast["yin"].actor) == {ticket.pk}
    assert seen_by(cast["ji"].actor) == set()
    words = set()
    for pk in (10**9, ticket.pk):
        with pytest.raises(NotFound) as refusal:
            queries.ticket_for(cast["ji"].actor, pk)
        words.add(refusal.value.message)
    assert len(words) == 1
    with pytest.raises(NotFound):
        services.sign_ticket(actor=cast["ji"].actor, ticket_id=ticket.pk)
    with pytest.raises(NotFound):
        subjects.card(cast["ji"].actor, f"hotline.ticket:{ticket.pk}")
    assert testing.reread(ticket).status == "awaiting_sign"


def test_the_auditor_and_the_knowledge_keeper_see_no_ticket(cast: Cast) -> None:
    in_grid(cast)
    for role in ("auditor", "knowledge_keeper", "volunteer"):
        assert seen_by(a_person(role, an_agency()).actor) == set(), role


def test_a_health_officer_sees_the_epidemic_ones(cast: Cast) -> None:
    in_grid(cast)
    epidemic = testing.a_ticket(cast["mo"].actor, topic="epidemic_help")
    officer = a_person("health_officer", cast["mo"].actor.agency_id).actor
    assert seen_by(officer) == {epidemic.pk}
    assert [r.id for r in queries.tickets(officer, queries.TicketFilter(q="下水道")).items] == [epidemic.pk]


def test_a_town_administrator_sees_the_own_town(cast: Cast) -> None:
    ticket = in_grid(cast)
    assert ticket.town_id is not None
    town = a_person("area_admin", None, ticket.town_id)
    village = a_person("area_admin", None, ticket.village_id)
    assert seen_by(town.actor) == {ticket.pk}
    assert seen_by(village.actor) == {ticket.pk}


@contextmanager
def as_web(actor: Actor, scope: str) -> Iterator[None]:
    """The scoped database role with the variables that the gate sets for this actor."""
    values = {
        "wangge.scope": scope,
        "wangge.areas": str(actor.area_id or ""),
        "wangge.agencies": ",".join(map(str, sorted(actor.agency_ids))),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        for name, value in values.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
        cursor.execute("SET LOCAL ROLE wangge_web")
        yield
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT set_config('wangge.scope', '', true)")


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM hotline_{table}")
        found: int = cursor.fetchone()[0]
    return found


def test_the_database_repeats_the_scope(cast: Cast) -> None:
    ticket = in_grid(cast)
    services.dispatch_ticket(
        actor=cast["dai"].actor, ticket_id=ticket.pk, agency_id=cast["yin"].actor.agency_id or 0
    )
    with as_web(cast["zhang"].actor, "area"):
        assert (count("ticket"), count("ticketmove"), count("ticket_facts")) == (1, 3, 1)
    with as_web(cast["xue"].actor, "area"):
        assert [count(t) for t in ("ticket", *CHILDREN, "tickettext", "ticket_facts")] == [0] * 10
    with as_web(cast["yin"].actor, "agency"):
        assert (count("ticket"), count("ticketunit"), count("ticketmove")) == (1, 1, 3)
    with as_web(cast["ji"].actor, "agency"):
        assert [count(t) for t in ("ticket", *CHILDREN)] == [0] * 8
    with as_web(cast["dai"].actor, "all"):
        assert (count("ticket"), count("ticket_facts")) == (1, 1)
    with as_web(cast["dai"].actor, ""):
        assert count("ticket") == 0


def test_every_desk_can_work_under_the_scoped_role(cast: Cast) -> None:
    with as_web(cast["mo"].actor, "all"):
        ticket = testing.a_ticket(cast["mo"].actor, submit=True, area_id=cast["zhang"].actor.area_id)
    with as_web(cast["dai"].actor, "all"):
        services.dispatch_ticket(
            actor=cast["dai"].actor, ticket_id=ticket.pk, agency_id=cast["yin"].actor.agency_id or 0
        )
    with as_web(cast["yin"].actor, "agency"):
        yin = cast["yin"].actor
        services.sign_ticket(actor=yin, ticket_id=ticket.pk)
        services.add_unit(actor=yin, ticket_id=ticket.pk, agency_id=cast["ji"].actor.agency_id or 0)
        services.request_extension(
            actor=yin, ticket_id=ticket.pk, work_days=1, reason_code="complex", text="需协调"
        )
    with as_web(cast["dai"].actor, "all"):
        services.decide_extension(actor=cast["dai"].actor, ticket_id=ticket.pk, approved=True)
        assert len(queries.tickets(cast["dai"].actor, queries.TicketFilter(q="下水道")).items) == 1
    with as_web(cast["ji"].actor, "agency"):
        services.sign_ticket(actor=cast["ji"].actor, ticket_id=ticket.pk)
    with as_web(cast["yin"].actor, "agency"):
        services.submit_reply(actor=yin, ticket_id=ticket.pk, disposal=testing.a_disposal())
        assert queries.ticket_page(yin, ticket.pk).status_label == "待审核"
    with as_web(cast["zhang"].actor, "area"):
        assert queries.ticket_page(cast["zhang"].actor, ticket.pk).ticket.no == ticket.no
        own = services.take_call(
            actor=cast["zhang"].actor,
            draft=testing.a_draft("楼道堆物", area_id=cast["zhang"].actor.area_id),
        )
    assert (own.status, own.channel) == ("awaiting_dispatch", "grid")


def test_a_confidential_caller_is_hidden_from_the_unit_in_every_way(cast: Cast) -> None:
    ticket = testing.a_dispatched_ticket(
        cast,
        content="我是陈大有,电话19900000001,身份证号320699199001011239,举报邻居违建",
        title="陈大有举报违建 19900000001",
        confidential=True,
        internal_note="陈大有称19900000001晚间可接",
    )
    services.urge(actor=cast["mo"].actor, ticket_id=ticket.pk, text="陈大有19900000001再次来电")
    unit = cast["yin"].actor
    page = queries.ticket_page(unit, ticket.pk)
    assert page.caller == queries.CallerView(True, "person", "", "", "", False, False)
    assert page.content == "我是[诉求人],电话[号码],身份证号[证件号],举报邻居违建"
    shown = [
        page.title,
        page.content,
        page.ticket.internal_note,
        *(s.text for s in page.supervisions),
        *(e.text for e in queries.timeline(unit, ticket.pk)),
    ]
    shown += [row.title + row.caller_masked for row in queries.tickets(unit, queries.TicketFilter()).items]
    shown += [row.ticket.title for row in queries.inbox(unit).items]
    assert not [text for text in shown if "大有" in text or "0000" in text]
    for q in ("陈大有", "大有", "违建 19900000001"):
        assert queries.tickets(unit, queries.TicketFilter(q=q), private=True).items == [], q
    with pytest.raises(Forbidden):
        queries.tickets(unit, queries.TicketFilter(q="19900000001"), private=True)
    with pytest.raises(Forbidden) as refusal:
        services.reveal_caller(actor=unit, ticket_id=ticket.pk, purpose="联系诉求人")
    assert refusal.value.code == "caller_is_confidential"
    assert not AuditEntry.objects.filter(action="audit.field.revealed").exists()


def test_follow_up_sees_a_confidential_caller_and_the_look_is_written_down(cast: Cast) -> None:
    ticket = testing.a_reviewed_ticket(cast, confidential=True)
    fan = cast["fan"].actor
    card = queries.callback_queue(fan).items[0]
    assert (card.caller.name, card.caller.caller_no) == ("陈**", "199****0001")
    with pytest.raises(Invalid):
        services.reveal_caller(actor=fan, ticket_id=ticket.pk, purpose=" ")
    revealed = services.reveal_caller(actor=fan, ticket_id=ticket.pk, purpose="电话回访")
    assert (revealed.name, revealed.contact_no) == ("陈大有", "19900000001")
    entry = AuditEntry.objects.get(action="audit.field.revealed")
    assert (entry.subject, entry.purpose, entry.actor_key) == (
        f"hotline.ticket:{ticket.pk}", "电话回访", fan.key,
    )  # fmt: skip


def test_the_unit_of_an_open_ticket_may_look_up_its_caller(cast: Cast) -> None:
    ticket = testing.a_signed_ticket(cast)
    assert queries.ticket_page(cast["yin"].actor, ticket.pk).caller.name == "陈**"
    found = services.reveal_caller(actor=cast["yin"].actor, ticket_id=ticket.pk, purpose="上门前联系")
    assert found.caller_no == "19900000001"
    with pytest.raises(Forbidden):
        services.reveal_caller(actor=cast["dai"].actor, ticket_id=ticket.pk, purpose="想看看")


def test_another_operator_sees_the_caller_masked_only(cast: Cast) -> None:
    ticket = testing.a_ticket(cast["mo"].actor)
    other = a_person("operator", cast["mo"].actor.agency_id).actor
    assert queries.ticket_page(other, ticket.pk).caller.may_reveal is False
    with pytest.raises(Forbidden) as refusal:
        services.reveal_caller(actor=other, ticket_id=ticket.pk, purpose="好奇")
    assert refusal.value.code == "not_in_hand"


def test_nothing_personal_is_stored_in_the_clear(cast: Cast) -> None:
    ticket = testing.a_ticket(cast["mo"].actor, id_no="32069919900101123X"[:17] + _check("32069919900101123"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(t)::text FROM hotline_ticket t WHERE id = %s", [ticket.pk])
        (stored,) = cursor.fetchone()
        cursor.execute("SELECT data::text || action FROM audit_auditentry")
        logged = "".join(row[0] for row in cursor.fetchall())
    for plain in ("陈大有", "19900000001", "320699199001"):
        assert plain not in stored
        assert plain not in logged


def _check(first: str) -> str:
    return next(c for c in "0123456789X" if rules.id_no_fault(first + c) == "")


def test_numbers_and_names_are_no_search_words(cast: Cast) -> None:
    ticket = testing.a_ticket(cast["mo"].actor, content="陈大有反映电梯故障,回电 19900000001")
    tokens = str(TicketText.objects.values_list("tokens", flat=True).get(pk=ticket.pk))
    assert "电梯" in tokens
    assert "大有" not in tokens
    assert "19900000001" not in tokens


def test_the_timeline_is_read_through_the_ticket(cast: Cast) -> None:
    ticket = testing.a_signed_ticket(cast)
    with pytest.raises(NotFound):
        queries.timeline(cast["ji"].actor, ticket.pk)
    clock_id = casework.clocks_of("hotline.ticket", [ticket.pk])[0].id
    other = testing.a_signed_ticket(cast)
    with pytest.raises(NotFound):
        queries.clock_story(cast["mo"].actor, other.pk, clock_id)
    story = queries.clock_story(cast["yin"].actor, ticket.pk, clock_id)
    assert story.segments
