"""At the operator's desk: take a call, answer it, complete it, hand it on, join it to another."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from django.db import connection, transaction

from wangge.audit import services as audit
from wangge.casework import services as casework
from wangge.hotline import events, permissions, rules
from wangge.hotline.models import Category, Follow, Ticket, TicketMove
from wangge.hotline.services import drafts, story, units
from wangge.hotline.services.drafts import Amendment, DirectReply, FollowDraft, TicketDraft
from wangge.hotline.states import TICKET
from wangge.kit import clock, crypto
from wangge.kit import events as announcements
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, StaleVersion
from wangge.kit.subjects import subject
from wangge.notify import services as notify


@transaction.atomic
def take_call(*, actor: Actor, draft: TicketDraft, submit: bool = False) -> Ticket:
    """Store a new matter; with ``submit`` it goes to the dispatchers at once.

    Raises ``Forbidden``, or ``Invalid`` naming every wrong field. Nobody outside the desk may hand
    in a ticket under another channel than its own.
    """
    desk = actor.may(permissions.TAKE)
    gate.require(actor, permissions.TAKE if desk else permissions.REPORT)
    if not desk:
        draft = replace(draft, channel="grid")
    steps = [("take_in", "")] + ([("submit_for_dispatch", "")] if submit or not desk else [])
    return create(actor, draft, steps)


@transaction.atomic
def take_and_answer(*, actor: Actor, draft: TicketDraft, reply: DirectReply) -> Ticket:
    """Take a call and answer it in the same breath: received and closed, one ticket, two moves."""
    gate.require(actor, permissions.TAKE)
    gate.require(actor, permissions.ANSWER)
    text = story.need(reply.public_reply, "public_reply", "请填写答复内容")
    columns = answer_columns(reply, text)
    return create(actor, draft, [("take_in", ""), ("answer_directly", text)], **columns)


def answer_columns(reply: DirectReply, text: str) -> dict[str, Any]:
    """The columns that a direct answer sets."""
    now = clock.now()
    return {
        "direct": True,
        "public_reply": text,
        "knowledge_ref": reply.knowledge_ref.strip()[:120],
        "three_way_with": reply.three_way_with.strip()[:80],
        "replied_at": now,
        "closed_at": now,
    }


def create(actor: Actor, draft: TicketDraft, steps: list[tuple[str, str]], **columns: Any) -> Ticket:
    """Write a ticket with its first moves in as few statements as there are tables."""
    drafts.check(draft)
    drafts.check_topic(draft.topic)
    check_category(draft.category_id)
    now = draft.received_at or clock.now()
    ticket = drafts.new_ticket(
        draft, no=casework.next_number("hotline.ticket", "", now), post_id=actor.post_id
    )
    for column, value in columns.items():
        setattr(ticket, column, value)
    path = [""]
    for name, _reason in steps:
        path.append(TICKET.move(name).target or TICKET.initial)
    ticket.status = path[-1]
    ticket.version = len(steps)
    ticket.save(force_insert=True)
    index_words(ticket, draft.caller)
    TicketMove.objects.bulk_create(
        TicketMove(
            row=ticket,
            name=name,
            source=path[i],
            target=path[i + 1],
            by=actor.key,
            by_label=actor.label,
            agency_id=actor.agency_id,
            at=now,
            reason=reason,
        )
        for i, (name, reason) in enumerate(steps)
    )
    for name, reason in steps:
        casework.note(
            actor=actor,
            subject_kind=story.KIND,
            subject_id=ticket.pk,
            action=name,
            label=TICKET.move_labels[name],
            text=story.clean(ticket, reason),
            public=True,
        )
    audit.record(actor, f"hotline.ticket.{steps[-1][0]}", subject=subject(story.KIND, ticket.pk))
    story.tell(ticket)
    announcements.announce(events.TicketTaken(ticket_id=ticket.pk, channel=ticket.channel, kind=ticket.kind))
    return ticket


def check_category(category_id: int | None) -> None:
    """Raise ``Invalid`` for a category that is not in the tree."""
    if category_id is not None and not Category.objects.filter(pk=category_id, active=True).exists():
        raise Invalid.field("category_id", "没有这个问题分类")


def index_words(ticket: Ticket, caller: str) -> None:
    """Store or renew the search tokens: without numbers, and without the caller's name."""
    document = rules.searchable(ticket.title, ticket.content, ticket.address, [caller])
    with connection.cursor() as cursor:
        cursor.execute("SELECT hotline_index_words(%s, %s, %s)", [ticket.pk, ticket.received_at, document])


@transaction.atomic
def take_in(*, actor: Actor, ticket_id: int) -> Ticket:
    """Accept a matter that came by itself (web, WeChat, a higher platform)."""
    ticket = story.fetch(actor, permissions.TAKE, ticket_id)
    columns: dict[str, Any] = {} if ticket.received_by_id else {"received_by_id": actor.post_id}
    story.move(actor, ticket, "take_in", public=True, **columns)
    return ticket


@transaction.atomic
def answer_directly(*, actor: Actor, ticket_id: int, reply: DirectReply) -> Ticket:
    """Answer a received ticket at once, alone or in a three-way call; it is closed."""
    ticket = story.fetch(actor, permissions.ANSWER, ticket_id)
    text = story.need(reply.public_reply, "public_reply", "请填写答复内容")
    if ticket.dispatched_at is not None:
        raise Conflict("工单已派过单位,不能再直接答复", code="already_dispatched")
    story.move(actor, ticket, "answer_directly", reason=text, public=True, **answer_columns(reply, text))
    return ticket


@transaction.atomic
def ask_detail(*, actor: Actor, ticket_id: int, text: str) -> Ticket:
    """Say what is missing; the operator calls the citizen again."""
    ticket = story.fetch(actor, permissions.ASK, ticket_id)
    wanted = story.need(text, "text", "请写明需要补充什么")
    story.move(actor, ticket, "ask_detail", reason=wanted, detail_wanted=wanted)
    return ticket


@transaction.atomic
def give_detail(*, actor: Actor, ticket_id: int, text: str) -> Ticket:
    """Add what the citizen said; the words join the content and can be searched."""
    ticket = story.fetch(actor, permissions.SUBMIT, ticket_id)
    detail = story.need(text, "text", "请填写补充内容")
    content = f"{ticket.content}\n【补充】{detail}"
    story.move(actor, ticket, "give_detail", reason=detail, content=content, detail_wanted="")
    index_words(ticket, crypto.unseal("name", ticket.caller_sealed))
    return ticket


@transaction.atomic
def submit_for_dispatch(*, actor: Actor, ticket_id: int, note: str = "") -> Ticket:
    """Hand a received ticket to the dispatchers."""
    ticket = story.fetch(actor, permissions.SUBMIT, ticket_id)
    story.move(actor, ticket, "submit_for_dispatch", reason=note.strip())
    return ticket


@transaction.atomic
def follow_ticket(*, actor: Actor, ticket_id: int, draft: FollowDraft) -> Follow:
    """Join a further caller to an open ticket instead of writing a second one."""
    ticket = story.fetch(actor, permissions.FOLLOW, ticket_id)
    story.one_of(draft.channel, rules.CHANNELS, "channel")
    if fault := rules.phone_fault(draft.number):
        raise Invalid.field("number", fault)
    number = rules.normal_phone(draft.number)
    follow = Follow.objects.create(
        ticket=ticket,
        channel=draft.channel,
        caller_sealed=crypto.seal("name", draft.caller.strip()),
        number_sealed=crypto.seal("phone", number),
        number_index=crypto.blind_index("phone", number),
        words=draft.words.strip(),
        wants_callback=draft.wants_callback,
        by=actor.key,
        by_label=actor.label,
        at=clock.now(),
    )
    story.move(actor, ticket, "follow", reason=rules.redact(draft.words.strip()), follows=ticket.follows + 1)
    if rules.is_mobile(number):
        text = f"您反映的事项已并入工单{ticket.no},当前状态:{TICKET.labels[ticket.status]}。"
        notify.text_to(number=number, text=text, subject=subject(story.KIND, ticket.pk))
    if ticket.lead_agency_id:
        story.inform(ticket.lead_agency_id, ticket, "follow", "再次来电", f"工单{ticket.no}有诉求人再次来电")
    return follow


@transaction.atomic
def refuse_ticket(*, actor: Actor, ticket_id: int, reason_code: str, basis: str) -> Ticket:
    """Not accept a matter, with the reason and its basis; what runs for it stops (国办发〔2020〕53号)."""
    ticket = story.fetch(actor, permissions.REFUSE, ticket_id)
    story.one_of(reason_code, rules.REFUSE_REASONS, "reason_code")
    why = story.need(basis, "basis", "请写明不予受理的依据和指引")
    units.cancel_all(actor, ticket)
    story.move(
        actor,
        ticket,
        "refuse",
        reason=f"{rules.REFUSE_REASONS[reason_code]}:{why}",
        public=True,
        data={"reason_code": reason_code},
        refuse_code=reason_code,
        refuse_basis=why,
        closed_at=clock.now(),
        reply_due=None,
        sign_due=None,
    )
    return ticket


@transaction.atomic
def amend_ticket(*, actor: Actor, ticket_id: int, amendment: Amendment, version: int | None = None) -> Ticket:
    """Correct a ticket; the move row keeps what stood there before, so a changed type stays visible.

    Raises ``StaleVersion`` when ``version`` is given and is not the current one.
    """
    ticket = story.fetch(actor, permissions.AMEND, ticket_id)
    if version is not None and version != ticket.version:
        raise StaleVersion
    why = story.need(amendment.why, "why", "请说明更正原因")
    columns = amended_columns(ticket, amendment)
    if not columns:
        raise Invalid("没有需要更正的内容")
    before = {c: getattr(ticket, c) for c in columns if c not in {"content", "title", "address"}}
    after = {c: v for c, v in columns.items() if c in before}
    grid_before = ticket.grid_id
    story.move(
        actor,
        ticket,
        "amend",
        reason=why,
        data={"before": before, "after": after, "fields": sorted(columns)},
        **columns,
    )
    if grid_before != ticket.grid_id:
        story.tell(ticket, also_grid=grid_before)
    if columns.keys() & {"content", "title", "address"}:
        index_words(ticket, crypto.unseal("name", ticket.caller_sealed))
    return ticket


def amended_columns(ticket: Ticket, amendment: Amendment) -> dict[str, Any]:
    """The checked columns that differ from what the ticket holds."""
    wanted = {
        f.name: getattr(amendment, f.name)
        for f in fields(amendment)
        if f.name != "why" and getattr(amendment, f.name) is not None
    }
    for name, codes in (("kind", rules.KINDS), ("urgency", rules.URGENCIES)):
        if name in wanted:
            story.one_of(wanted[name], codes, name)
    for name, limit in (("title", 120), ("content", 20_000)):
        if name in wanted:
            wanted[name] = story.need(wanted[name], name, "不能为空")
            if len(wanted[name]) > limit:
                raise Invalid.field(name, f"不超过{limit}字")
    if "topic" in wanted:
        drafts.check_topic(wanted["topic"])
    check_category(wanted.get("category_id"))
    if "area_id" in wanted:
        place = drafts.place_of(wanted["area_id"], None, None)
        wanted |= {"town_id": place.town_id, "village_id": place.village_id, "grid_id": place.grid_id}
    return {name: value for name, value in wanted.items() if getattr(ticket, name) != value}


@transaction.atomic
def reopen_ticket(*, actor: Actor, ticket_id: int, text: str, submit: bool = True) -> Ticket:
    """Chase a closed matter 追办: a new ticket linked to the old one, same caller, same place."""
    old = story.fetch(actor, permissions.REOPEN, ticket_id)
    words = story.need(text, "text", "请写明追办内容")
    ticket = create(actor, again(old, words), reopening_steps(submit), reopened_from_id=old.pk)
    story.move(actor, old, "reopen", reason=words, data={"ticket": ticket.pk, "no": ticket.no})
    return ticket


def reopening_steps(submit: bool) -> list[tuple[str, str]]:
    """The first moves of a chased ticket."""
    return [("take_in", "")] + ([("submit_for_dispatch", "")] if submit else [])


def again(old: Ticket, words: str) -> TicketDraft:
    """A draft for the same matter: the citizen's new words before the old content."""
    return TicketDraft(
        content=f"{words}\n【原工单{old.no}】{old.content}"[:20_000],
        title=f"【追办】{old.title}"[:120],
        kind=old.kind,
        channel=old.channel,
        category_id=old.category_id,
        topic=old.topic,
        urgency=old.urgency,
        caller_type=old.caller_type,
        caller=crypto.unseal("name", old.caller_sealed),
        caller_no=crypto.unseal("phone", old.caller_no_sealed),
        contact_no=crypto.unseal("phone", old.contact_no_sealed),
        id_no=crypto.unseal("id_no", old.id_no_sealed),
        confidential=old.confidential,
        address=old.address,
        community=old.community,
        poi=old.poi,
        area_id=old.area_id,
        lon=old.lon,
        lat=old.lat,
        repeat_of_id=old.pk,
    )
