"""The list of a campaign: one row for every unit, its answers in versions, the uploads it came from."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from wangge.campaigns.states import TARGET

SUBJECTS = {"premises.premises": "单位", "residents.household": "家庭", "territory.place": "场所"}
RESPONSE_KINDS = {"answer": "填报", "correction": "更正", "late": "锁定后更正", "recheck": "复核"}


class TargetMove(models.Model):
    """One move of one unit of the list; the denominator's history is here too (drop, restore)."""

    retention = {"*": "log"}
    row = models.ForeignKey("campaigns.Target", models.PROTECT, related_name="+", db_index=False)
    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=20)
    source = models.CharField(max_length=10)
    target = models.CharField(max_length=10)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, blank=True)
    agency_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    data: Any = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["row", "id"], name="campaigns_targetmove_by_row"),
            models.Index(fields=["campaign", "id"], name="campaigns_targetmove_recent"),
        ]


class Target(models.Model):
    """One unit of the list. Title, kind and area are as they were when it came onto the list."""

    retention = {"*": "register"}
    move_model: ClassVar[type[models.Model]] = TargetMove

    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="+", db_index=False)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    kind = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    town = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    village = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    grid = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    post = models.ForeignKey("org.Post", models.PROTECT, null=True, related_name="+", db_index=False)
    agency = models.ForeignKey("org.Agency", models.PROTECT, null=True, related_name="+", db_index=False)
    status = models.CharField(max_length=10, default=TARGET.initial)
    version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by_post_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(TARGET.states)), name="campaigns_target_status"
            ),
            models.CheckConstraint(condition=Q(subject_kind__in=list(SUBJECTS)), name="campaigns_subject"),
            models.UniqueConstraint(
                fields=["campaign", "subject_kind", "subject_id"], name="campaigns_target_once"
            ),
        ]
        # each serves the coverage of its level (counted in the index alone) and the list of who is missing
        indexes = [
            models.Index(fields=["campaign", "status", "id"], name="campaigns_t_by_status"),
            models.Index(
                fields=["campaign", "town", "status", "id"], include=["kind"], name="campaigns_t_by_town"
            ),
            models.Index(fields=["campaign", "village", "status", "id"], name="campaigns_t_by_village"),
            models.Index(fields=["campaign", "post", "status", "id"], name="campaigns_t_by_post"),
            models.Index(fields=["post", "status", "id"], name="campaigns_t_of_post"),
            models.Index(fields=["grid", "status", "id"], name="campaigns_t_of_grid"),
            models.Index(fields=["agency", "status", "id"], name="campaigns_t_of_agency"),
            models.Index(fields=["subject_kind", "subject_id", "-id"], name="campaigns_t_of_subject"),
        ]


class Response(models.Model):
    """One version of a unit's answer; a correction adds a version and the earlier one stays.

    ``numbers`` are the answers that figures are made of, taken from the judged sheet.
    """

    retention = {"*": "register"}
    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="+", db_index=False)
    target = models.ForeignKey(Target, models.PROTECT, related_name="+", db_index=False)
    sheet = models.OneToOneField("forms.AnswerSheet", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    current = models.BooleanField(default=True)
    town = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    numbers: Any = models.JSONField(default=dict)
    reason = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, blank=True)
    post_id = models.BigIntegerField(null=True)
    captured_at = models.DateTimeField()
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["target", "number"], name="campaigns_response_number"),
            models.UniqueConstraint(
                fields=["target"], condition=Q(current=True), name="campaigns_response_one_current"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=list(RESPONSE_KINDS)), name="campaigns_response_kind"
            ),
        ]
        indexes = [
            models.Index(
                fields=["campaign", "town"],
                include=["numbers"],
                condition=Q(current=True),
                name="campaigns_r_current",
            ),
            models.Index(fields=["campaign", "id"], name="campaigns_r_in_order"),
        ]


class TargetUpload(models.Model):
    """One uploaded list: ``rows_in == stored + refused``; ``known`` of the stored stood there already."""

    retention = {"*": "log"}
    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="+")
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    header: Any = models.JSONField(default=list)
    rows_in = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    blank = models.PositiveIntegerField(default=0)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rows_in=F("stored") + F("refused")), name="campaigns_upload_conserves_rows"
            )
        ]


class TargetRefusal(models.Model):
    """A row that names no unit we know, as it came (sealed), with the reason."""

    retention = {"*": "work"}
    upload = models.ForeignKey(TargetUpload, models.PROTECT, related_name="+", db_index=False)
    row_no = models.PositiveIntegerField()
    reason = models.CharField(max_length=200)
    cells_sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "row_no"], name="campaigns_refusal_once")]
