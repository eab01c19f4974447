"""What comes in: the drafts and decisions of the desks."""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO, cast

from ninja import Schema
from ninja.files import UploadedFile
from pydantic import ConfigDict, Field

from wangge.hotline import services
from wangge.kit.errors import Invalid


def opened(file: UploadedFile) -> BinaryIO:
    """The stream of an upload; ``Invalid`` for an empty one."""
    if file.file is None or not file.size:
        raise Invalid.field("file", "请选择文件")
    return cast(BinaryIO, file.file)


class Strict(Schema):
    """An unknown field is an error, so that a misspelt one is not lost."""

    model_config = ConfigDict(extra="forbid")


class DirectReplyIn(Strict):
    """An answer given at once."""

    public_reply: str = Field(max_length=5000)
    knowledge_ref: str = Field("", max_length=120)
    three_way_with: str = Field("", max_length=80)

    def paper(self) -> services.DirectReply:
        """As the service takes it."""
        return services.DirectReply(**self.dict())


class TicketIn(Strict):
    """A new matter. With ``direct_reply`` it is answered and closed at once; with ``submit`` it goes to
    the dispatchers; with neither it stays at the desk."""

    content: str = Field(max_length=20_000)
    kind: str = "inquiry"
    channel: str = "phone"
    title: str = Field("", max_length=120)
    category_id: int | None = None
    topic: str = ""
    urgency: str = "normal"
    caller_type: str = "person"
    caller: str = Field("", max_length=40)
    caller_no: str = Field("", max_length=30)
    contact_no: str = Field("", max_length=30)
    id_no: str = Field("", max_length=18)
    confidential: bool = False
    address: str = Field("", max_length=200)
    community: str = Field("", max_length=60)
    poi: str = Field("", max_length=60)
    area_id: int | None = None
    lon: float | None = Field(None, ge=-180, le=180)
    lat: float | None = Field(None, ge=-90, le=90)
    source_level: str = ""
    city_no: str = Field("", max_length=40)
    prov_no: str = Field("", max_length=40)
    internal_note: str = Field("", max_length=5000)
    callback_wanted: bool = True
    repeat_of_id: int | None = None
    direct_reply: DirectReplyIn | None = None
    submit: bool = False

    def paper(self) -> services.TicketDraft:
        """As the service takes it."""
        return services.TicketDraft(**self.dict(exclude={"direct_reply", "submit"}))


class SearchIn(Strict):
    """A search whose ``q`` may be a telephone number: it never stands in an address."""

    q: str = Field("", max_length=60)
    status: list[str] = []
    channel: str = ""
    kind: str = ""
    topic: str = ""
    urgency: str = ""
    town: int | None = None
    agency: int | None = None
    category: int | None = None
    open: bool | None = None
    mine: bool = False
    late: bool = False
    since: datetime | None = None
    until: datetime | None = None
    cursor: str | None = None
    limit: int = 50


class TextIn(Strict):
    """A text: a reason, an order, a supplement."""

    text: str = Field("", max_length=5000)


class PurposeIn(Strict):
    """Why personal data is looked at."""

    purpose: str = Field(max_length=200)


class NumberIn(Strict):
    """A telephone number; in the body, never in an address."""

    number: str = Field(max_length=30)


class EntryIn(Strict):
    """What has been typed so far, to find the same matter."""

    content: str = Field("", max_length=20_000)
    number: str = Field("", max_length=30)
    area_id: int | None = None
    category_id: int | None = None


class DispatchIn(Strict):
    """Where a ticket goes. ``reply_days``: working days for the reply instead of the rule's."""

    agency_id: int
    co_agency_ids: list[int] = []
    note: str = Field("", max_length=2000)
    reply_days: int | None = Field(None, ge=1, le=60)


class AddUnitIn(Strict):
    """A further unit: ``co`` 协办 or ``transfer`` 转办."""

    agency_id: int
    duty: str = "co"
    note: str = Field("", max_length=2000)


class ReasonIn(Strict):
    """A reason code with its text."""

    reason_code: str
    text: str = Field(max_length=2000)


class ExtensionIn(ReasonIn):
    """More time."""

    work_days: int


class DecisionIn(Strict):
    """Yes or no; a no needs its reason."""

    approved: bool
    text: str = Field("", max_length=2000)
    work_days: int | None = None
    request_id: int | None = None


class DisposalIn(Strict):
    """What the unit did."""

    internal_note: str = Field(max_length=5000)
    public_reply: str = Field(max_length=5000)
    factual: bool | None = None
    beyond_duty: bool = False
    application_type: str = ""
    contacted: bool = False
    contact_no: str = Field("", max_length=30)
    contacted_at: datetime | None = None
    solved: bool = True
    unsolved_reason: str = Field("", max_length=2000)

    def paper(self) -> services.DisposalDraft:
        """As the service takes it."""
        return services.DisposalDraft(**self.dict())


class ReviewIn(Strict):
    """The judgement of a reply; ``public_reply`` replaces the wording for the citizen."""

    passed: bool
    text: str = Field("", max_length=2000)
    public_reply: str = Field("", max_length=5000)


class CallbackIn(Strict):
    """One call-back."""

    reached: bool = True
    failed_reason: str = ""
    solved: str = ""
    satisfaction: str = ""
    unit_satisfaction: str = ""
    operator_satisfaction: str = ""
    fit: str = ""
    citizen_words: str = Field("", max_length=5000)
    give_up: bool = False

    def paper(self) -> services.CallbackDraft:
        """As the service takes it."""
        return services.CallbackDraft(**self.dict())


class FollowIn(Strict):
    """A further call about a known matter."""

    channel: str = "phone"
    caller: str = Field("", max_length=40)
    number: str = Field("", max_length=30)
    words: str = Field("", max_length=5000)
    wants_callback: bool = False

    def paper(self) -> services.FollowDraft:
        """As the service takes it."""
        return services.FollowDraft(**self.dict())


class AmendIn(Strict):
    """Corrections; what is left out stays. ``why`` is obligatory."""

    why: str = Field(max_length=500)
    kind: str | None = None
    category_id: int | None = None
    topic: str | None = None
    urgency: str | None = None
    title: str | None = Field(None, max_length=120)
    content: str | None = Field(None, max_length=20_000)
    address: str | None = Field(None, max_length=200)
    area_id: int | None = None
    confidential: bool | None = None
    callback_wanted: bool | None = None

    def paper(self) -> services.Amendment:
        """As the service takes it."""
        return services.Amendment(**self.dict())


class RefuseIn(Strict):
    """Not accepted: why, and on what basis."""

    reason_code: str
    basis: str = Field(max_length=2000)
