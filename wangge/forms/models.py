"""Forms, their immutable versions, and the sheets people filled in."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

SUBJECTS = {"enterprise": "企业", "person": "人员", "household": "家庭", "place": "场所", "none": "无"}


class Form(models.Model):
    """A questionnaire: a code that never changes, what it is about, who owns it."""

    retention = {"*": "register"}
    code = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=80)
    about = models.CharField(max_length=12, default="none")
    agency = models.ForeignKey("org.Agency", models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(about__in=list(SUBJECTS)), name="form_about")]
        indexes = [models.Index(fields=["-created_at", "-id"])]


class FormVersion(models.Model):
    """One compiled version; published ones never change again (the database says so).

    ``needed_until``: a business pinned its cases to this version; phones keep it until that day even
    when a newer one is published.
    """

    retention = {"*": "register"}
    form = models.ForeignKey(Form, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    definition: Any = models.JSONField()
    digest = models.CharField(max_length=64)
    file_name = models.CharField(max_length=120, blank=True)
    status = models.CharField(max_length=10, default="draft")
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60)
    published_at = models.DateTimeField(null=True)
    needed_until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["form", "number"], name="form_version_number"),
            models.UniqueConstraint(fields=["form", "digest"], name="form_version_content"),
            models.UniqueConstraint(
                fields=["form"], condition=Q(status="published"), name="form_one_published_version"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "published", "replaced"]), name="form_version_status"
            ),
        ]


def _area() -> models.ForeignKey[Any, Any]:
    return models.ForeignKey("territory.Area", models.PROTECT, null=True, db_index=False, related_name="+")


class AnswerSheet(models.Model):
    """One filled-in form. ``client_id`` was made on the device: sending twice stores once.

    ``answers`` holds masks in place of personal answers; the answers themselves are in ``sealed``
    (JSON by path, encrypted) until their time is over. The areas are those of the subject, else of the post
    that filled it in.
    """

    retention = {"*": "work"}
    client_id = models.UUIDField(unique=True)
    version = models.ForeignKey(FormVersion, models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True)
    answers: Any = models.JSONField()
    sealed = models.BinaryField(default=b"")
    digest = models.CharField(max_length=64)
    captured_at = models.DateTimeField()
    received_at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, blank=True)
    post_id = models.BigIntegerField(null=True)
    agency_id = models.BigIntegerField(null=True)
    town = _area()
    village = _area()
    grid = _area()

    class Meta:
        indexes = [
            models.Index(fields=["version", "-received_at", "-id"], name="forms_sheet_newest"),
            models.Index(fields=["version", "town", "-received_at", "-id"], name="forms_sheet_town"),
            models.Index(fields=["version", "village", "-received_at", "-id"], name="forms_sheet_village"),
            models.Index(fields=["post_id", "-received_at", "-id"], name="forms_sheet_mine"),
            models.Index(fields=["subject_kind", "subject_id", "-id"]),
            models.Index(fields=["received_at"], condition=~Q(sealed=b""), name="forms_sheet_to_erase"),
        ]
