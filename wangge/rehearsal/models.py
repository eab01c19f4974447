"""What the demo must remember: which steps are loaded, and the fate of each invented ticket."""

from __future__ import annotations

from django.db import models


class DemoStep(models.Model):
    """One finished step of ``wangge demo``; its presence makes the step a no-op."""

    retention = {"*": "log"}
    name = models.CharField(max_length=30, unique=True)
    done_at = models.DateTimeField()


class DemoTicket(models.Model):
    """An invented ticket and what is still to happen to it; the simulation plays only these."""

    retention = {"*": "ticket"}
    ticket = models.OneToOneField("hotline.Ticket", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(unique=True)
    topics = models.CharField(max_length=30)
    plot = models.JSONField()
    done = models.JSONField(default=list)
    over = models.BooleanField(default=False)
    played_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="rehearsal_demoticket_running", condition=models.Q(over=False)),
            models.Index(fields=["played_at"], name="rehearsal_demoticket_played"),
        ]
