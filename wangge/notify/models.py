"""Messages to a post or to everybody in an agency; who has read which; texts for the SMS gateway."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Message(models.Model):
    """One message. Row-level security: a post sees its own and its agency's, nobody else's."""

    retention = {"*": "work"}
    to_post = models.ForeignKey("org.Post", models.PROTECT, related_name="+", null=True)
    to_agency = models.ForeignKey("org.Agency", models.PROTECT, related_name="+", null=True)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80, default="")
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=1000, default="")
    urgent = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_post__isnull=True, to_agency__isnull=False)
                | Q(to_post__isnull=False, to_agency__isnull=True),
                name="notify_message_one_addressee",
            )
        ]
        indexes = [
            models.Index(fields=["to_post", "-id"], name="notify_message_by_post"),
            models.Index(fields=["to_agency", "-id"], name="notify_message_by_agency"),
            models.Index(fields=["created_at"], name="notify_message_by_time"),
        ]


class MessageRead(models.Model):
    """A post has read a message."""

    retention = {"*": "work"}
    message = models.ForeignKey(Message, models.PROTECT, related_name="+")
    post = models.ForeignKey("org.Post", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "message"], name="notify_read_once")]


class OutgoingText(models.Model):
    """A text message on its way to a telephone; the number is sealed, the mask is for the list."""

    retention = {"*": "work"}
    number_sealed = models.BinaryField()
    number_masked = models.CharField(max_length=20)
    text = models.CharField(max_length=500)
    subject = models.CharField(max_length=80, default="")
    status = models.CharField(max_length=10, default="waiting")
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=120, default="")
    created_at = models.DateTimeField()
    not_before = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "sent", "failed"]), name="notify_text_status"
            )
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(status="waiting"), name="notify_text_waiting"),
            models.Index(fields=["created_at"], name="notify_text_by_time"),
        ]
