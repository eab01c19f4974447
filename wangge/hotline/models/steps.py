"""The steps on a ticket's way that carry their own papers: requests, replies, call-backs, supervision."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wangge.hotline import rules


def one_of(column: str, codes: dict[str, str], *, empty: bool = False) -> Q:
    """A CHECK condition: the column holds one of the codes (or nothing)."""
    return Q(**{f"{column}__in": [*codes, ""] if empty else list(codes)})


class TicketRequest(models.Model):
    """Something a unit asks for and somebody decides: return, extension, exclusion (spec §3.4)."""

    retention = {"*": "ticket"}
    ticket = models.ForeignKey("hotline.Ticket", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=12)
    agency = models.ForeignKey("org.Agency", on_delete=models.PROTECT, related_name="+", null=True)
    assignment_id = models.BigIntegerField(null=True)
    reason_code = models.CharField(max_length=20)
    text = models.TextField()
    work_days = models.PositiveSmallIntegerField(null=True)
    status = models.CharField(max_length=10, default="pending")
    applicant = models.CharField(max_length=60)
    applicant_label = models.CharField(max_length=80)
    asked_at = models.DateTimeField()
    approver = models.CharField(max_length=60, default="")
    approver_label = models.CharField(max_length=80, default="")
    decision_text = models.TextField(default="", blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["ticket", "kind", "id"], name="hotline_request_ticket")]
        constraints = [
            models.CheckConstraint(
                condition=one_of("kind", rules.REQUEST_KINDS), name="hotline_request_kind"
            ),
            models.CheckConstraint(
                condition=one_of("status", rules.REQUEST_STATES), name="hotline_request_status"
            ),
            models.CheckConstraint(
                condition=Q(status="pending", decided_at__isnull=True)
                | (Q(decided_at__isnull=False) & ~Q(status="pending")),
                name="hotline_request_decided",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="hotline_request_has_text"),
            models.UniqueConstraint(
                fields=["ticket", "kind", "agency"],
                condition=Q(status="pending"),
                nulls_distinct=False,
                name="hotline_request_one_pending",
            ),
        ]


class Disposal(models.Model):
    """What a unit did and says 处置: the internal note and the public reply are two fields (spec §3.3)."""

    retention = {"*": "ticket", "contact_no_sealed": "caller"}
    ticket = models.ForeignKey("hotline.Ticket", on_delete=models.PROTECT, related_name="+")
    assignment_id = models.BigIntegerField(null=True)
    agency = models.ForeignKey("org.Agency", on_delete=models.PROTECT, related_name="+", null=True)
    round = models.PositiveSmallIntegerField(default=0)
    factual = models.BooleanField(null=True)
    beyond_duty = models.BooleanField(default=False)
    application_type = models.CharField(max_length=20, default="", blank=True)
    contacted = models.BooleanField(default=False)
    contact_no_sealed = models.BinaryField(default=bytes)
    contacted_at = models.DateTimeField(null=True)
    solved = models.BooleanField(default=False)
    unsolved_reason = models.TextField(default="", blank=True)
    internal_note = models.TextField()
    public_reply = models.TextField()
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=one_of("application_type", rules.APPLICATION_TYPES),
                name="hotline_disposal_application",
            ),
            models.CheckConstraint(
                condition=Q(solved=True) | ~Q(unsolved_reason=""), name="hotline_disposal_says_why_unsolved"
            ),
            models.CheckConstraint(
                condition=Q(contacted=False) | Q(contacted_at__isnull=False),
                name="hotline_disposal_contact_time",
            ),
        ]


class Callback(models.Model):
    """One call-back 回访: three satisfactions, solved, fit; or why nobody could be reached."""

    retention = {"*": "ticket"}
    ticket = models.ForeignKey("hotline.Ticket", on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=0)
    reached = models.BooleanField()
    failed_reason = models.CharField(max_length=20, default="", blank=True)
    solved = models.CharField(max_length=10, default="", blank=True)
    satisfaction = models.CharField(max_length=12, default="", blank=True)
    unit_satisfaction = models.CharField(max_length=12, default="", blank=True)
    operator_satisfaction = models.CharField(max_length=12, default="", blank=True)
    fit = models.CharField(max_length=12, default="", blank=True)
    citizen_words = models.TextField(default="", blank=True)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=one_of("satisfaction", rules.SATISFACTIONS, empty=True)
                & one_of("unit_satisfaction", rules.SATISFACTIONS, empty=True)
                & one_of("operator_satisfaction", rules.SATISFACTIONS, empty=True),
                name="hotline_callback_satisfactions",
            ),
            models.CheckConstraint(
                condition=one_of("solved", rules.SOLVED, empty=True), name="hotline_callback_solved"
            ),
            models.CheckConstraint(
                condition=one_of("fit", rules.FITS, empty=True), name="hotline_callback_fit"
            ),
            models.CheckConstraint(
                condition=(Q(reached=True) & ~Q(satisfaction="") & ~Q(solved=""))
                | (Q(reached=False, satisfaction="") & ~Q(failed_reason="")),
                name="hotline_callback_reached_or_why_not",
            ),
        ]


class Supervision(models.Model):
    """An urging 催办 or supervision 督办 of a ticket, to the agency that has it."""

    retention = {"*": "ticket"}
    ticket = models.ForeignKey("hotline.Ticket", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    agency = models.ForeignKey("org.Agency", on_delete=models.PROTECT, related_name="+", null=True)
    text = models.TextField()
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=one_of("kind", rules.PRESSURES), name="hotline_supervision_kind"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="hotline_supervision_has_text"),
        ]


class Follow(models.Model):
    """A further call about a ticket that is there already: the caller follows it."""

    retention = {
        "*": "ticket",
        "caller_sealed": "caller",
        "number_sealed": "caller",
        "number_index": "caller",
    }
    ticket = models.ForeignKey("hotline.Ticket", on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=12)
    caller_sealed = models.BinaryField(default=bytes)
    number_sealed = models.BinaryField(default=bytes)
    number_index = models.BinaryField(default=bytes)
    words = models.TextField(default="", blank=True)
    wants_callback = models.BooleanField(default=False)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["number_index"], name="hotline_follow_number", condition=~Q(number_index=b"")
            )
        ]
        constraints = [
            models.CheckConstraint(condition=one_of("channel", rules.CHANNELS), name="hotline_follow_channel")
        ]
