"""What the desks hand in: frozen papers, checked and cleaned before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wangge.hotline import rules
from wangge.hotline.models import Ticket, Topic
from wangge.kit import clock, crypto
from wangge.kit.errors import Invalid
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class TicketDraft:
    """A new matter as the operator, a web form or a ledger hands it in (spec §3.3).

    ``received_at`` is for ledgers and higher platforms only; a desk leaves it out.
    """

    content: str
    kind: str = "inquiry"
    channel: str = "phone"
    title: str = ""
    category_id: int | None = None
    topic: str = ""
    urgency: str = "normal"
    caller_type: str = "person"
    caller: str = ""
    caller_no: str = ""
    contact_no: str = ""
    id_no: str = ""
    confidential: bool = False
    address: str = ""
    community: str = ""
    poi: str = ""
    area_id: int | None = None
    lon: float | None = None
    lat: float | None = None
    source_level: str = ""
    city_no: str = ""
    prov_no: str = ""
    source: str = ""
    external_no: str = ""
    internal_note: str = ""
    callback_wanted: bool = True
    repeat_of_id: int | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DirectReply:
    """An answer given at once; ``three_way_with`` names the unit that joined the call."""

    public_reply: str
    knowledge_ref: str = ""
    three_way_with: str = ""


@dataclass(frozen=True, slots=True)
class DisposalDraft:
    """What the unit did; the internal note and the public reply are two fields (spec §3.3)."""

    internal_note: str
    public_reply: str
    factual: bool | None = None
    beyond_duty: bool = False
    application_type: str = ""
    contacted: bool = False
    contact_no: str = ""
    contacted_at: datetime | None = None
    solved: bool = True
    unsolved_reason: str = ""


@dataclass(frozen=True, slots=True)
class CallbackDraft:
    """One call-back: three satisfactions, solved, fit; or why nobody was reached (spec §3.3)."""

    reached: bool = True
    failed_reason: str = ""
    solved: str = ""
    satisfaction: str = ""
    unit_satisfaction: str = ""
    operator_satisfaction: str = ""
    fit: str = ""
    citizen_words: str = ""
    give_up: bool = False


@dataclass(frozen=True, slots=True)
class FollowDraft:
    """A further call about a known matter."""

    channel: str = "phone"
    caller: str = ""
    number: str = ""
    words: str = ""
    wants_callback: bool = False


@dataclass(frozen=True, slots=True)
class Amendment:
    """Corrections to a ticket; ``None`` leaves a field as it is. ``why`` is obligatory."""

    why: str
    kind: str | None = None
    category_id: int | None = None
    topic: str | None = None
    urgency: str | None = None
    title: str | None = None
    content: str | None = None
    address: str | None = None
    area_id: int | None = None
    confidential: bool | None = None
    callback_wanted: bool | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The smallest known area of a matter and the levels above it."""

    area_id: int | None = None
    town_id: int | None = None
    village_id: int | None = None
    grid_id: int | None = None


def place_of(area_id: int | None, lon: float | None, lat: float | None) -> Place:
    """The place by area, or else by coordinates (WGS-84); ``Invalid`` for an area that is not there."""
    if area_id is None:
        found = territory.locate(lon, lat) if lon is not None and lat is not None else None
        if found is None:
            return Place()
        area_id = found.id
    lineage = territory.lineage(area_id)
    return Place(area_id, lineage.town_id, lineage.village_id, lineage.grid_id)


def draft_faults(draft: TicketDraft) -> dict[str, str]:
    """What is wrong with a draft, field by field, in Chinese; empty when it may be stored."""
    faults: dict[str, str] = {}
    if not draft.content.strip():
        faults["content"] = "请填写诉求内容"
    elif len(draft.content) > 20_000:
        faults["content"] = "诉求内容不超过20000字"
    if len(draft.title.strip()) > 120:
        faults["title"] = "标题不超过120字"
    for field_name, codes in (
        ("kind", rules.KINDS),
        ("channel", rules.CHANNELS),
        ("urgency", rules.URGENCIES),
        ("caller_type", rules.CALLER_TYPES),
        ("source_level", rules.SOURCE_LEVELS),
    ):
        if getattr(draft, field_name) not in codes:
            faults[field_name] = "不在可选范围内"
    for field_name in ("caller_no", "contact_no"):
        if fault := rules.phone_fault(getattr(draft, field_name)):
            faults[field_name] = fault
    if fault := rules.id_no_fault(draft.id_no):
        faults["id_no"] = fault
    for field_name, limit in (("address", 200), ("caller", 40), ("community", 60), ("poi", 60)):
        if len(getattr(draft, field_name)) > limit:
            faults[field_name] = f"不超过{limit}字"
    return faults


def check(draft: TicketDraft) -> None:
    """Raise ``Invalid`` with every fault of the draft at once."""
    if faults := draft_faults(draft):
        raise Invalid(";".join(faults.values()), data={"fields": faults})


def check_topic(topic: str) -> None:
    """Raise ``Invalid`` for a topic that is not in the table."""
    if topic and not Topic.objects.filter(code=topic, active=True).exists():
        raise Invalid.field("topic", "没有这个热点专题")


def sealed(draft: TicketDraft) -> dict[str, bytes]:
    """The caller columns of a ticket: nothing of them is stored in the clear."""
    caller_no = rules.normal_phone(draft.caller_no)
    contact_no = rules.normal_phone(draft.contact_no) or caller_no
    id_no = draft.id_no.upper()
    return {
        "caller_sealed": crypto.seal("name", draft.caller.strip()),
        "caller_no_sealed": crypto.seal("phone", caller_no),
        "caller_no_index": crypto.blind_index("phone", caller_no),
        "contact_no_sealed": crypto.seal("phone", contact_no),
        "contact_no_index": crypto.blind_index("phone", contact_no),
        "id_no_sealed": crypto.seal("id_no", id_no),
        "id_no_index": crypto.blind_index("id_no", id_no),
    }


def new_ticket(draft: TicketDraft, *, no: str, post_id: int | None) -> Ticket:
    """An unsaved ticket from a checked draft."""
    received_at = draft.received_at or clock.now()
    place = place_of(draft.area_id, draft.lon, draft.lat)
    return Ticket(
        no=no,
        channel=draft.channel,
        kind=draft.kind,
        category_id=draft.category_id,
        topic=draft.topic,
        urgency=draft.urgency,
        title=draft.title.strip() or rules.title_from(draft.content),
        content=draft.content.strip(),
        caller_type=draft.caller_type,
        confidential=draft.confidential,
        address=draft.address.strip(),
        community=draft.community.strip(),
        poi=draft.poi.strip(),
        area_id=place.area_id,
        town_id=place.town_id,
        village_id=place.village_id,
        grid_id=place.grid_id,
        lon=draft.lon,
        lat=draft.lat,
        source_level=draft.source_level,
        city_no=draft.city_no.strip(),
        prov_no=draft.prov_no.strip(),
        source=draft.source,
        external_no=draft.external_no.strip(),
        internal_note=draft.internal_note.strip(),
        callback_wanted=draft.callback_wanted,
        repeat_of_id=draft.repeat_of_id,
        received_at=received_at,
        received_day=received_at.astimezone(clock.CHINA).date(),
        received_by_id=post_id,
        **sealed(draft),
    )
