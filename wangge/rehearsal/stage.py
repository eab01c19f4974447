"""The stage: plays one step of one ticket through the real services, as the person whose step it is.

Nothing here writes a table of another context. The clock must stand at the moment of the step.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from wangge.hotline import queries as hotline_queries
from wangge.hotline import services as hotline
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.rehearsal.places import Places, Spot
from wangge.rehearsal.plots import Story
from wangge.rehearsal.rhythm import CHANNELS, SHARES
from wangge.rehearsal.staff import DEMO, Staff
from wangge.rehearsal.texts import CallText, Pen, Scene

if TYPE_CHECKING:
    from wangge.hotline.models import Ticket

TOPICS: dict[str, Mapping[str, int]] = {
    "mixed": {**SHARES, "": 170},
    "epidemic": SHARES,
    **{code: {code: 1} for code in SHARES},
}
RETURN_CODES = ("not_our_duty", "wrong_area", "unclear")
EXTENSION_CODES = ("complex", "expert", "weather")
FAILURE_CODES = ("no_answer", "no_answer", "powered_off", "refused")
REFUSALS = {
    "litigation": "该事项已进入诉讼程序,请依照法律途径处理,可咨询12348公共法律服务热线。",
    "petition": "该事项信访部门已受理,请等待答复,可向信访接待窗口查询进度。",
    "invalid": "来电无实质诉求内容,已向来电人说明受理范围。",
}
SOLVED = {"satisfied": "yes", "basic": "yes", "dissatisfied": "no", "no_opinion": "no_opinion"}


@dataclass
class Stage:
    """Staff, places, texts and the category tree: all a step needs."""

    staff: Staff
    places: Places
    pen: Pen
    categories: Mapping[str, int]

    def __post_init__(self) -> None:
        self._calls: dict[int, CallText] = {}

    def look(self, ticket_id: int) -> Ticket:
        """The ticket as it stands now."""
        return hotline_queries.ticket_for(DEMO, ticket_id)

    def scene(self, number: int, at: datetime, *, channel: str = "") -> tuple[Scene, Spot]:
        """Where call ``number`` comes from and on which channel."""
        rng = random.Random(f"{self.pen.seed}/{number}/scene")
        spot = self.places.spot(rng)
        channel = channel or rng.choices(list(CHANNELS), weights=list(CHANNELS.values()))[0]
        return Scene(at.astimezone(clock.CHINA), spot.town.name, spot.village.name, channel), spot

    def call_of(self, story: Story, ticket: Ticket) -> CallText:
        """The words of a story's call, written again when this process did not take it."""
        if story.number not in self._calls:
            scene, _spot = self.scene(story.number, ticket.received_at, channel=ticket.channel)
            self._calls[story.number] = self.pen.call(story.number, scene, TOPICS[story.topics])
        return self._calls[story.number]

    def forget(self, story: Story) -> None:
        """Let the words of an ended story go."""
        self._calls.pop(story.number, None)

    def take(self, story: Story) -> Ticket:
        """A call comes in: answered at once, handed to the dispatchers, or waiting at the desk."""
        scene, spot = self.scene(story.number, clock.now())
        call = self._calls[story.number] = self.pen.call(story.number, scene, TOPICS[story.topics])
        draft, operator = self._draft(call, spot), self.staff.desk("operator", story.number)
        if story.plot.direct:
            unit = self.staff.unit_for(call.template.unit, spot.town.id)
            reply = hotline.DirectReply(
                public_reply=self.pen.answer(call),
                three_way_with=self.staff.names[unit] if story.plot.three_way else "",
            )
            return hotline.take_and_answer(actor=operator, draft=draft, reply=reply)
        return hotline.take_call(actor=operator, draft=draft, submit=not story.plot.detail)

    def _draft(self, call: CallText, spot: Spot) -> hotline.TicketDraft:
        place = spot.grid or spot.village
        rng = random.Random(f"{self.pen.seed}/{call.number}/point")
        draft = hotline.TicketDraft(
            content=call.content,
            kind=call.kind,
            channel=call.scene.channel,
            title=call.title[:120],
            category_id=self.categories.get(call.template.category),
            topic=call.template.topic,
            urgency=call.urgency,
            caller_type=call.caller_type,
            caller=call.caller_name,
            caller_no=call.caller_phone,
            confidential=call.confidential,
            address=call.address,
            community=spot.village.name,
            poi=call.slots.get("estate", ""),
            area_id=place.id,
        )
        if place.lon is None or place.lat is None:
            return draft
        return replace(
            draft, lon=place.lon + rng.uniform(-0.001, 0.001), lat=place.lat + rng.uniform(-0.001, 0.001)
        )

    def play(self, name: str, story: Story, ticket: Ticket) -> Ticket:
        """Play one step and return the ticket after it; ``name`` is a turn of ``turns.py``.

        Refusals come out as ``BusinessError``.
        """
        moved: Ticket | None = getattr(self, f"_{name}")(story, ticket, self.call_of(story, ticket))
        story.done.append(name)
        return moved or self.look(ticket.pk)

    def _desk(self, role: str, story: Story) -> Actor:
        return self.staff.desk(role, story.number)

    def _lead(self, story: Story, ticket: Ticket) -> Actor:
        assert ticket.lead_agency_id is not None
        return self.staff.handler(ticket.lead_agency_id, story.number)

    def _right_unit(self, call: CallText, ticket: Ticket) -> int:
        assert ticket.town_id is not None
        return self.staff.unit_for(call.template.unit, ticket.town_id)

    def _other_unit(self, story: Story, ticket: Ticket, call: CallText) -> int:
        """A unit that the matter does not belong to."""
        right = self._right_unit(call, ticket)
        taken = {right, ticket.lead_agency_id, *ticket.returned_by_ids, *ticket.co_agency_ids}
        others = [unit for unit in self.staff.departments.values() if unit not in taken]
        return others[story.number % len(others)]

    def _answer(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        reply = hotline.DirectReply(public_reply=self.pen.answer(call))
        return hotline.answer_directly(actor=self._desk("operator", story), ticket_id=ticket.pk, reply=reply)

    def _ask_detail(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.ask_detail(
            actor=self._desk("operator", story), ticket_id=ticket.pk, text="请补充具体地址和发生时间"
        )

    def _give_detail(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        text = f"来电人补充:地点为{call.address},近几天持续出现。"
        return hotline.give_detail(actor=self._desk("operator", story), ticket_id=ticket.pk, text=text)

    def _submit(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.submit_for_dispatch(actor=self._desk("operator", story), ticket_id=ticket.pk)

    def _refuse(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        code = story.plot.refuse
        return hotline.refuse_ticket(
            actor=self._desk("dispatcher", story), ticket_id=ticket.pk, reason_code=code, basis=REFUSALS[code]
        )

    def _dispatch(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        wrong = ticket.returns < story.plot.wrong_units
        agency = self._other_unit(story, ticket, call) if wrong else self._right_unit(call, ticket)
        return hotline.dispatch_ticket(
            actor=self._desk("dispatcher", story), ticket_id=ticket.pk, agency_id=agency
        )

    def _sign(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.sign_ticket(actor=self._lead(story, ticket), ticket_id=ticket.pk)

    def _request_return(self, story: Story, ticket: Ticket, call: CallText) -> None:
        right = self.staff.names[self._right_unit(call, ticket)]
        hotline.request_return(
            actor=self._lead(story, ticket),
            ticket_id=ticket.pk,
            reason_code=RETURN_CODES[story.number % len(RETURN_CODES)],
            text=self.pen.return_reason(call, right),
        )

    def _decide_return(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        approved = ticket.returns < story.plot.wrong_units
        return hotline.decide_return(
            actor=self._desk("dispatcher", story),
            ticket_id=ticket.pk,
            approved=approved,
            text="情况属实,同意退单" if approved else self.pen.return_refusal(call),
        )

    def _add_unit(self, story: Story, ticket: Ticket, call: CallText) -> None:
        hotline.add_unit(
            actor=self._desk("dispatcher", story),
            ticket_id=ticket.pk,
            agency_id=self._other_unit(story, ticket, call),
            duty="co",
            note="请配合主办单位现场处理",
        )

    def _co(self, story: Story, ticket: Ticket) -> Actor:
        return self.staff.handler(ticket.co_agency_ids[-1], story.number)

    def _co_sign(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.sign_ticket(actor=self._co(story, ticket), ticket_id=ticket.pk)

    def _co_submit(self, story: Story, ticket: Ticket, call: CallText) -> None:
        paper = hotline.DisposalDraft(
            internal_note="已派员配合主办单位处理。", public_reply="我单位已配合主办单位处理。"
        )
        hotline.submit_reply(actor=self._co(story, ticket), ticket_id=ticket.pk, disposal=paper)

    def _suspend(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.suspend(
            actor=self._lead(story, ticket),
            ticket_id=ticket.pk,
            reason_code="await_material",
            text=self.pen.suspension_reason(call),
        )

    def _resume(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.resume(actor=self._lead(story, ticket), ticket_id=ticket.pk, text="来电人已补充材料")

    def _request_extension(self, story: Story, ticket: Ticket, call: CallText) -> None:
        days = story.plot.extension_days
        hotline.request_extension(
            actor=self._lead(story, ticket),
            ticket_id=ticket.pk,
            work_days=days,
            reason_code=EXTENSION_CODES[story.number % len(EXTENSION_CODES)],
            text=self.pen.extension_reason(call, days),
        )

    def _decide_extension(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        granted = story.plot.extension_granted
        return hotline.decide_extension(
            actor=self._desk("dispatcher", story),
            ticket_id=ticket.pk,
            approved=granted,
            text="同意延期,请告知来电人" if granted else self.pen.extension_refusal(call),
        )

    def _follow(self, story: Story, ticket: Ticket, call: CallText) -> None:
        words = f"{call.caller_name}再次来电,询问办理进展,希望尽快处理。"
        draft = hotline.FollowDraft(caller=call.caller_name, number=call.caller_phone, words=words)
        hotline.follow_ticket(actor=self._desk("operator", story), ticket_id=ticket.pk, draft=draft)

    def _urge(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        text = self.pen.urge_text(call)
        return hotline.urge(actor=self._desk("dispatcher", story), ticket_id=ticket.pk, text=text)

    def _supervise(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        text = self.pen.supervision_text(call)
        return hotline.supervise(actor=self._desk("supervisor", story), ticket_id=ticket.pk, text=text)

    def _supervise_unhappy(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return self._supervise(story, ticket, call)

    def _submit_reply(self, story: Story, ticket: Ticket, call: CallText) -> None:
        attempt = 2 if ticket.redo_count else 1
        paper = hotline.DisposalDraft(
            internal_note=self.pen.internal(call),
            public_reply=self.pen.reply(call, attempt),
            factual=story.number % 7 != 0,
            contacted=True,
            contacted_at=clock.now(),
            solved=True,
        )
        hotline.submit_reply(actor=self._lead(story, ticket), ticket_id=ticket.pk, disposal=paper)

    def _review(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        again = story.plot.review_redo and ticket.redo_count == 0
        return hotline.review_ticket(
            actor=self._desk("reviewer", story),
            ticket_id=ticket.pk,
            passed=not again,
            text=self.pen.redo_reason(call) if again else "",
        )

    def _call_back(self, story: Story, ticket: Ticket, call: CallText) -> None:
        heard = "order_redo" in story.done
        missed = story.done.count("call_back")
        if not heard and missed < story.plot.unreached:
            last = missed + 1 == story.plot.unreached and story.plot.give_up
            draft = hotline.CallbackDraft(
                reached=False,
                failed_reason=FAILURE_CODES[story.number % len(FAILURE_CODES)],
                give_up=last,
            )
        else:
            opinion = story.plot.final_opinion if heard else story.plot.opinion
            draft = self._opinion(story, call, opinion)
        hotline.record_callback(actor=self._desk("callback", story), ticket_id=ticket.pk, callback=draft)

    def _opinion(self, story: Story, call: CallText, opinion: str) -> hotline.CallbackDraft:
        return hotline.CallbackDraft(
            reached=True,
            solved=SOLVED[opinion],
            satisfaction=opinion,
            unit_satisfaction=opinion,
            operator_satisfaction="satisfied" if story.number % 9 else "basic",
            fit="does_not_fit" if opinion == "dissatisfied" else "fits",
            citizen_words=self.pen.remark(call, opinion),
        )

    def _order_redo(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        text = self.pen.supervision_text(call)
        return hotline.order_redo(actor=self._desk("supervisor", story), ticket_id=ticket.pk, text=text)

    def _close_with_reason(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.close_with_reason(
            actor=self._desk("supervisor", story),
            ticket_id=ticket.pk,
            text="经复核,承办单位已依法依规办理并书面答复,诉求超出现行政策,说明理由后结案。",
        )

    def _close(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.close_ticket(actor=self._desk("callback", story), ticket_id=ticket.pk)

    def _archive(self, story: Story, ticket: Ticket, call: CallText) -> Ticket:
        return hotline.archive(actor=self._desk("reviewer", story), ticket_id=ticket.pk)
