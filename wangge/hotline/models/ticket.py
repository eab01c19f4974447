"""The ticket 工单 (spec §3.3), its moves, the agencies that may see it, its search tokens."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from wangge.hotline import rules, states
from wangge.hotline.models.steps import one_of

FACT_COLUMNS = [
    "id", "channel", "kind", "topic", "town", "village", "grid", "direct", "dispatched_at", "status", "open",
    "reply_due", "replied_at", "late", "callback_effective", "satisfaction", "unit_satisfaction",
    "operator_satisfaction", "solved", "excluded", "closed_at", "lead_agency", "sign_due", "signed_at",
    "sign_late", "returns", "redo_count", "category", "urgency", "confidential",
]  # fmt: skip
STANDING_COLUMNS = [
    "id", "open", "urgency", "late", "reply_due", "replied_at", "town", "village", "grid", "lead_agency",
]  # fmt: skip
NEWEST = ("-received_at", "-id")


def newest(name: str, *columns: str, condition: Q | None = None) -> models.Index:
    """An index for a desk's list: equality on the columns, newest first, keyset-ready."""
    return models.Index(fields=[*columns, *NEWEST], name=f"hotline_ticket_{name}", condition=condition)


class TicketMove(models.Model):
    """One move of a ticket; every duration and figure can be recounted from these rows."""

    retention = {"*": "ticket"}
    row = models.ForeignKey("hotline.Ticket", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=30)
    source = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, default="")
    agency = models.ForeignKey(
        "org.Agency", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    at = models.DateTimeField()
    reason = models.TextField(default="", blank=True)
    data = models.JSONField(default=dict)


class Ticket(models.Model):
    """One matter of one caller, from the first word to the archive."""

    retention = {
        "*": "ticket",
        "caller_sealed": "caller",
        "caller_no_sealed": "caller",
        "caller_no_index": "caller",
        "contact_no_sealed": "caller",
        "contact_no_index": "caller",
        "id_no_sealed": "caller",
        "id_no_index": "caller",
    }
    move_model: ClassVar[type[TicketMove]] = TicketMove

    no = models.CharField(max_length=24, unique=True)
    city_no = models.CharField(max_length=40, default="", blank=True)
    prov_no = models.CharField(max_length=40, default="", blank=True)
    source = models.CharField(max_length=40, default="", blank=True)
    external_no = models.CharField(max_length=60, default="", blank=True)
    status = models.CharField(max_length=20, default="received")
    version = models.PositiveIntegerField(default=1)
    open = models.GeneratedField(
        expression=models.Case(
            models.When(status__in=sorted(states.ENDED), then=models.Value(False)), default=models.Value(True)
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    channel = models.CharField(max_length=12)
    source_level = models.CharField(max_length=10, default="", blank=True)
    kind = models.CharField(max_length=12)
    category = models.ForeignKey(
        "hotline.Category", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    topic = models.CharField(max_length=40, default="", blank=True)
    urgency = models.CharField(max_length=10, default="normal")
    title = models.CharField(max_length=120)
    content = models.TextField()

    caller_type = models.CharField(max_length=12, default="person")
    caller_sealed = models.BinaryField(default=bytes)
    caller_no_sealed = models.BinaryField(default=bytes)
    caller_no_index = models.BinaryField(default=bytes)
    contact_no_sealed = models.BinaryField(default=bytes)
    contact_no_index = models.BinaryField(default=bytes)
    id_no_sealed = models.BinaryField(default=bytes)
    id_no_index = models.BinaryField(default=bytes)
    confidential = models.BooleanField(default=False)
    pseudonymised = models.BooleanField(default=False)

    address = models.CharField(max_length=200, default="", blank=True)
    community = models.CharField(max_length=60, default="", blank=True)
    poi = models.CharField(max_length=60, default="", blank=True)
    area = models.ForeignKey(
        "territory.Area", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    town = models.ForeignKey(
        "territory.Area", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    village = models.ForeignKey(
        "territory.Area", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    grid = models.ForeignKey(
        "territory.Area", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)

    received_at = models.DateTimeField()
    received_day = models.DateField()
    received_by = models.ForeignKey(
        "org.Post", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    repeat_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    reopened_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    lead_agency = models.ForeignKey(
        "org.Agency", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    lead_assignment_id = models.BigIntegerField(null=True)
    co_agency_ids = ArrayField(models.BigIntegerField(), default=list)
    returned_by_ids = ArrayField(models.BigIntegerField(), default=list)

    direct = models.BooleanField(default=False)
    three_way_with = models.CharField(max_length=80, default="", blank=True)
    knowledge_ref = models.CharField(max_length=120, default="", blank=True)
    detail_wanted = models.TextField(default="", blank=True)
    internal_note = models.TextField(default="", blank=True)
    public_reply = models.TextField(default="", blank=True)
    refuse_code = models.CharField(max_length=20, default="", blank=True)
    refuse_basis = models.TextField(default="", blank=True)

    dispatched_at = models.DateTimeField(null=True)
    sign_due = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    reply_due = models.DateTimeField(null=True)
    replied_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    called_back_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    late = models.BooleanField(default=False)
    sign_late = models.BooleanField(default=False)
    returns = models.PositiveSmallIntegerField(default=0)
    extensions = models.PositiveSmallIntegerField(default=0)
    suspensions = models.PositiveSmallIntegerField(default=0)
    redo_count = models.PositiveSmallIntegerField(default=0)
    follows = models.PositiveSmallIntegerField(default=0)
    urges = models.PositiveSmallIntegerField(default=0)
    supervised = models.BooleanField(default=False)

    callback_wanted = models.BooleanField(default=True)
    callback_attempts = models.PositiveSmallIntegerField(default=0)
    callback_effective = models.BooleanField(default=False)
    satisfaction = models.CharField(max_length=12, default="", blank=True)
    unit_satisfaction = models.CharField(max_length=12, default="", blank=True)
    operator_satisfaction = models.CharField(max_length=12, default="", blank=True)
    solved = models.CharField(max_length=10, default="", blank=True)
    fit = models.CharField(max_length=12, default="", blank=True)
    excluded = models.BooleanField(default=False)

    class Meta:
        indexes = [
            newest("newest"),
            newest("status", "status"),
            newest("town", "town"),
            newest("village", "village", condition=Q(village__isnull=False)),
            newest("grid", "grid", condition=Q(grid__isnull=False)),
            newest("channel", "channel"),
            newest("topic", "topic", condition=~Q(topic="")),
            newest("urgent", "urgency", condition=~Q(urgency="normal")),
            newest("agency", "lead_agency", condition=Q(lead_agency__isnull=False)),
            newest("mine", "received_by", condition=Q(received_by__isnull=False)),
            newest("category", "category", "town", condition=Q(category__isnull=False)),
            newest("kind_channel", "kind", "channel"),
            newest("open", condition=Q(open=True)),
            newest("late", condition=Q(late=True)),
            newest("excluded", condition=Q(excluded=True)),
            models.Index(
                fields=["status", "received_at"],
                include=STANDING_COLUMNS,
                name="hotline_ticket_standing",
                condition=Q(open=True),
            ),
            models.Index(
                fields=["received_day", "received_at"],
                include=FACT_COLUMNS,
                name="hotline_ticket_facts_cover",
            ),
            models.Index(
                fields=["received_at"],
                name="hotline_ticket_to_pseudonymise",
                condition=Q(pseudonymised=False, open=False),
            ),
            models.Index(fields=["reply_due"], name="hotline_ticket_due", condition=Q(replied_at=None)),
            models.Index(
                fields=["caller_no_index"], name="hotline_ticket_caller", condition=~Q(caller_no_index=b"")
            ),
            models.Index(
                fields=["contact_no_index"], name="hotline_ticket_contact", condition=~Q(contact_no_index=b"")
            ),
            models.Index(fields=["city_no"], name="hotline_ticket_city_no", condition=~Q(city_no="")),
            models.Index(
                fields=["repeat_of"], name="hotline_ticket_repeat", condition=Q(repeat_of__isnull=False)
            ),
            models.Index(
                fields=["reopened_from"],
                name="hotline_ticket_reopened",
                condition=Q(reopened_from__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=one_of("status", states.LABELS), name="hotline_ticket_status"),
            models.CheckConstraint(
                condition=one_of("channel", rules.CHANNELS), name="hotline_ticket_channel"
            ),
            models.CheckConstraint(condition=one_of("kind", rules.KINDS), name="hotline_ticket_kind"),
            models.CheckConstraint(
                condition=one_of("urgency", rules.URGENCIES), name="hotline_ticket_urgency"
            ),
            models.CheckConstraint(
                condition=one_of("caller_type", rules.CALLER_TYPES), name="hotline_ticket_caller_type"
            ),
            models.CheckConstraint(
                condition=one_of("satisfaction", rules.SATISFACTIONS, empty=True)
                & one_of("unit_satisfaction", rules.SATISFACTIONS, empty=True)
                & one_of("operator_satisfaction", rules.SATISFACTIONS, empty=True),
                name="hotline_ticket_satisfactions",
            ),
            models.CheckConstraint(
                condition=Q(callback_effective=False)
                | one_of("satisfaction", {k: "" for k in rules.SATISFACTIONS if k != "no_opinion"}),
                name="hotline_ticket_effective_has_opinion",
            ),
            models.CheckConstraint(
                condition=Q(direct=False) | Q(dispatched_at__isnull=True),
                name="hotline_ticket_direct_or_dispatched",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["closed", "archived"]) | Q(closed_at__isnull=False),
                name="hotline_ticket_closed_when",
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | (~Q(refuse_code="") & ~Q(refuse_basis="")),
                name="hotline_ticket_refused_with_basis",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(states.WITH_UNIT)) | Q(lead_agency__isnull=False),
                name="hotline_ticket_unit_known",
            ),
            models.UniqueConstraint(
                fields=["source", "external_no"],
                condition=~Q(external_no=""),
                name="hotline_ticket_external_once",
            ),
        ]


class TicketUnit(models.Model):
    """An agency that has or had an assignment of a ticket: the unit's scope and its inbox.

    A projection of casework's assignments and clocks, written in the same transaction as they are;
    it repeats what the row policy and the inbox index must read without leaving this table.
    """

    retention = {"*": "ticket"}
    ticket = models.ForeignKey("hotline.Ticket", on_delete=models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey("org.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)
    assignment_id = models.BigIntegerField(null=True)
    duty = models.CharField(max_length=10, default="lead")
    active = models.BooleanField(default=True)
    due_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["agency", "due_at", "ticket"], name="hotline_unit_inbox", condition=Q(active=True)
            ),
            models.Index(fields=["agency", "-received_at", "-ticket"], name="hotline_unit_newest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["ticket", "agency"], name="hotline_unit_once"),
            models.CheckConstraint(condition=one_of("duty", rules.DUTIES), name="hotline_unit_duty"),
        ]


class TicketText(models.Model):
    """Search tokens of a ticket, apart from it so that moving a ticket never rewrites them."""

    retention = {"*": "ticket"}
    ticket = models.OneToOneField(
        "hotline.Ticket", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    received_at = models.DateTimeField()
    tokens = SearchVectorField()

    class Meta:
        indexes = [
            GinIndex(fields=["tokens"], name="hotline_text_tokens"),
            models.Index(fields=["-received_at", "-ticket"], name="hotline_text_newest"),
        ]
