"""What goes out and comes in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from wangge.residents.services import Correction, HouseholdDraft, Journey, PersonDraft, PhoneDraft


class ResidentsIn(Schema):
    """An unknown field is an error, so that a misspelt one is not lost."""

    model_config = ConfigDict(extra="forbid")


class ResidentPhoneOut(Schema):
    """A number, masked."""

    id: int
    kind: str
    kind_label: str
    holder: str
    masked: str
    wrong: bool


class PersonOut(Schema):
    """One person in a list; numbers masked, age instead of the birthday."""

    id: int
    name: str
    sex: str
    sex_label: str
    age: int | None
    id_type: str
    id_type_label: str
    id_no_masked: str
    phones: list[ResidentPhoneOut]
    care: list[str]
    address: str
    place: str
    place_id: int
    household_id: int | None
    relation: str
    residence: str
    presence: str
    no_smartphone: bool
    preferred_contact: str
    version: int


class PeoplePage(Schema):
    """People in name order; the cursor goes back in the body."""

    items: list[PersonOut]
    next_cursor: str | None


class HouseholdOut(Schema):
    """One household in a list."""

    id: int
    number: str
    kind: str
    kind_label: str
    address: str
    place: str
    place_id: int
    persons: int
    head: str
    version: int


class HouseholdPage(Schema):
    """Households by id."""

    items: list[HouseholdOut]
    next_cursor: str | None


class HouseholdPageOut(Schema):
    """A household and who lives in it."""

    household: HouseholdOut
    members: list[PersonOut]


class ResidentMergeOut(Schema):
    """A merge that may be undone, or was."""

    id: int
    absorbed_id: int
    absorbed_name: str
    reason: str
    by_label: str
    at: datetime
    undone_at: datetime | None
    undone_by: str


class PersonPageOut(Schema):
    """One person's page."""

    row: PersonOut
    nationality: str
    hukou_code: str
    birthday_masked: str
    has_disease_history: bool
    data_source_label: str
    collected_at: datetime
    purpose_label: str
    expires_at: datetime
    changed_at: datetime
    path: list[str]
    household: HouseholdOut | None
    members: list[PersonOut]
    merges: list[ResidentMergeOut]
    may_reveal: bool
    may_edit: bool
    may_merge: bool
    may_see_looks: bool


class ResidentProvenanceOut(Schema):
    """Who said what when; which fields, never the values."""

    id: int
    act: str
    act_label: str
    source_label: str
    ref: str
    fields: list[str]
    purpose_label: str
    by_label: str
    at: datetime


class ResidentCallOut(Schema):
    """A call to a person."""

    id: int
    outcome: str
    outcome_label: str
    called_at: datetime
    seconds: int
    note: str
    by_label: str


class ResidentLookOut(Schema):
    """One recorded look or change."""

    id: int
    at: datetime
    actor_label: str
    action: str
    purpose: str


class ResidentLooksPage(Schema):
    """谁看过, newest first."""

    items: list[ResidentLookOut]
    next_cursor: str | None


class ResidentLikenessOut(Schema):
    """Somebody who may be the same, with the reasons."""

    person: PersonOut
    reasons: list[str]
    certain: bool


class ResidentDuplicatesOut(Schema):
    """Who may be the same; ``elsewhere``: the identity number is known outside the own area."""

    items: list[ResidentLikenessOut]
    elsewhere: bool


class ResidentCareOut(Schema):
    """A kind of care."""

    code: str
    label: str


class ResidentChoicesOut(Schema):
    """Codes and labels by table, and the kinds of care."""

    tables: dict[str, dict[str, str]]
    care: list[ResidentCareOut]


class ResidentSearchIn(ResidentsIn):
    """A search; in the body because names and numbers never go into an address."""

    text: str = Field("", max_length=60)
    area_id: int | None = None
    cursor: str = Field("", max_length=400)
    limit: int = 50


class ResidentNumberIn(ResidentsIn):
    """An identity or telephone number."""

    number: str = Field(max_length=40)


class ResidentLikeIn(ResidentsIn):
    """What is known of somebody being entered."""

    name: str = Field("", max_length=40)
    id_type: str = "id_card"
    id_no: str = Field("", max_length=30)
    phone: str = Field("", max_length=30)
    birthday: date | None = None


class ResidentRevealIn(ResidentsIn):
    """Which field, for what."""

    field: Literal["id_no", "birthday", "disease_history", "phone"]
    purpose: str = Field(max_length=100)
    phone_id: int | None = None


class ResidentRevealedOut(Schema):
    """One value in the clear, for one look."""

    value: str


class ResidentPhoneIn(ResidentsIn):
    """A number and whose it is."""

    number: str = Field(max_length=30)
    kind: str = "own"
    holder: str = Field("", max_length=40)

    def draft(self) -> PhoneDraft:
        """As the services take it."""
        return PhoneDraft(self.number, self.kind, self.holder)


class PersonIn(ResidentsIn):
    """A new person."""

    name: str = Field(max_length=60)
    id_no: str = Field("", max_length=30)
    id_type: str = "id_card"
    sex: str = ""
    nationality: str = Field("CHN", max_length=3)
    birthday: date | None = None
    hukou_code: str = Field("", max_length=12)
    address: str = Field("", max_length=200)
    area_id: int | None = None
    household_id: int | None = None
    relation: str = ""
    residence: str = "resident"
    presence: str = "here"
    no_smartphone: bool = False
    preferred_contact: str = "phone"
    disease_history: str = Field("", max_length=500)
    phones: list[ResidentPhoneIn] = Field(default_factory=list, max_length=10)
    care: list[str] = Field(default_factory=list, max_length=20)
    certain: bool = False

    def draft(self) -> PersonDraft:
        """As the services take it."""
        plain = self.dict(exclude={"phones", "care", "certain"})
        return PersonDraft(**plain, phones=tuple(p.draft() for p in self.phones), care=tuple(self.care))


class CorrectionIn(ResidentsIn):
    """What changes of the version one has seen; an absent field stays."""

    version: int
    name: str | None = Field(None, max_length=60)
    id_no: str | None = Field(None, max_length=30)
    id_type: str | None = None
    sex: str | None = None
    nationality: str | None = Field(None, max_length=3)
    birthday: date | None = None
    hukou_code: str | None = Field(None, max_length=12)
    address: str | None = Field(None, max_length=200)
    relation: str | None = None
    residence: str | None = None
    presence: str | None = None
    no_smartphone: bool | None = None
    preferred_contact: str | None = None
    disease_history: str | None = Field(None, max_length=500)
    add_phones: list[ResidentPhoneIn] = Field(default_factory=list, max_length=10)
    drop_phones: list[int] = Field(default_factory=list, max_length=10)
    care: list[str] | None = None

    def correction(self) -> Correction:
        """As the services take it."""
        apart = {"version", "add_phones", "drop_phones", "care"}
        fields: dict[str, Any] = self.dict(exclude=apart, exclude_none=True)
        return Correction(
            fields=fields,
            add_phones=tuple(p.draft() for p in self.add_phones),
            drop_phones=tuple(self.drop_phones),
            care=tuple(self.care) if self.care is not None else None,
        )


class HouseholdIn(ResidentsIn):
    """A new household."""

    address: str = Field(max_length=200)
    area_id: int | None = None
    number: str = Field("", max_length=40)
    kind: str = "family"

    def draft(self) -> HouseholdDraft:
        """As the services take it."""
        return HouseholdDraft(**self.dict())


class ResidentMoveIn(ResidentsIn):
    """Where to."""

    area_id: int
    address: str = Field(max_length=200)


class ResidentMergeIn(ResidentsIn):
    """The double of this person, and why they are one."""

    absorbed_id: int
    reason: str = Field(max_length=200)


class ResidentReasonIn(ResidentsIn):
    """Why."""

    reason: str = Field(max_length=200)


class RegistrationOut(Schema):
    """One registration with the person it is about, masked."""

    id: int
    kind: str
    kind_label: str
    person: PersonOut | None
    from_code: str
    from_place: str
    last_left_on: date | None
    transport: str
    transport_label: str
    transport_no: str
    arrived_on: date
    address: str
    place: str
    symptoms: list[str]
    symptom_labels: list[str]
    temperature: float | None
    risk_travel: bool
    declared_by_label: str
    declarer: str
    note: str
    source_label: str
    by_label: str
    collected_at: datetime
    received_at: datetime
    expires_at: datetime


class RegistrationPage(Schema):
    """Registrations, newest first."""

    items: list[RegistrationOut]
    next_cursor: str | None


class ArrivalIn(ResidentsIn):
    """A new registration from a desk."""

    name: str = Field(max_length=60)
    id_no: str = Field("", max_length=30)
    id_type: str = "id_card"
    sex: str = ""
    nationality: str = Field("CHN", max_length=3)
    hukou_code: str = Field("", max_length=12)
    phones: list[ResidentPhoneIn] = Field(default_factory=list, max_length=10)
    no_smartphone: bool = False
    preferred_contact: str = "phone"
    address: str = Field(max_length=200)
    area_id: int | None = None
    kind: str
    from_place: str = Field(max_length=120)
    from_code: str = Field("", max_length=12)
    last_left_on: date | None = None
    transport: str = "other"
    transport_no: str = Field("", max_length=40)
    arrived_on: date
    symptoms: list[str] = Field(default_factory=list, max_length=20)
    temperature: float | None = None
    risk_travel: bool = False
    declared_by: str = "self"
    declarer: str = Field("", max_length=40)
    note: str = Field("", max_length=300)

    def drafts(self) -> tuple[PersonDraft, Journey]:
        """As the services take it."""
        person = {
            "name", "id_no", "id_type", "sex", "nationality", "hukou_code", "no_smartphone",
            "preferred_contact", "address", "area_id",
        }  # fmt: skip
        plain = self.dict(exclude={"phones"})
        journey = {k: v for k, v in plain.items() if k not in person} | {"symptoms": tuple(self.symptoms)}
        known = {k: v for k, v in plain.items() if k in person}
        return PersonDraft(**known, phones=tuple(p.draft() for p in self.phones)), Journey(**journey)


class ResidentDialIn(ResidentsIn):
    """For what one calls; the best number when none is named."""

    purpose: str = Field(max_length=100)
    phone_id: int | None = None


class ResidentPurposeIn(ResidentsIn):
    """For what one looks."""

    purpose: str = Field(max_length=100)


class ResidentDialOut(Schema):
    """A number to dial now, and whose it is."""

    phone_id: int
    number: str
    kind: str
    holder: str
