"""Uploads: where they belong, what they are, where they lie."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Attachment(models.Model):
    """One stored file. ``subject_kind`` and ``subject_id`` name its owner, whose gate decides who sees it.

    ``client_id`` was made by the phone that took it, ``sent_sha256`` is of the bytes as they came.
    """

    retention = {"*": "attachment"}
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    mime = models.CharField(max_length=80)
    size = models.BigIntegerField()
    sha256 = models.BinaryField(max_length=32)
    path = models.CharField(max_length=80, unique=True)
    status = models.CharField(max_length=12, default="ready")
    by_post_id = models.BigIntegerField(null=True)
    by_label = models.CharField(max_length=90)
    by_device_id = models.BigIntegerField(null=True)
    client_id = models.UUIDField(null=True, unique=True)
    sent_sha256 = models.BinaryField(max_length=32, null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["ready", "quarantined"]), name="files_attachment_status"
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="files_attachment_size"),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="files_attachment_by_subject")
        ]


class FileClaim(models.Model):
    """A business named a file of this phone (``owner``: ``device:12``, ``post:7``), arrived or not."""

    retention = {"*": "attachment"}
    owner = models.CharField(max_length=30)
    client_id = models.UUIDField()
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "client_id"], name="files_claim_once")]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="files_claim_by_subject")]
