"""What happens to people's records: arrivals, calls, who said what when, merges."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from wangge.residents import rules
from wangge.residents.models.people import Held, Placed, one_of


class Registration(Held, Placed):
    """信息采集登记: somebody came from elsewhere, as it was declared; ``address`` is where they stay.

    A document: it keeps what was said with the name of that day; the person's own row may be corrected.
    """

    retention = {"*": "work"}
    client_id = models.UUIDField(null=True, unique=True)
    person = models.ForeignKey("residents.Person", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=12)
    from_code = models.CharField(max_length=12, default="", blank=True)
    from_place = models.CharField(max_length=120)
    last_left_on = models.DateField(null=True)
    transport = models.CharField(max_length=10)
    transport_no = models.CharField(max_length=40, default="", blank=True)
    arrived_on = models.DateField()
    address = models.CharField(max_length=200)
    symptoms = ArrayField(models.CharField(max_length=20), default=list)
    temperature = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    risk_travel = models.BooleanField(default=False)
    declared_by = models.CharField(max_length=12)
    declarer = models.CharField(max_length=40, default="", blank=True)
    note = models.CharField(max_length=300, default="", blank=True)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=90)
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=one_of("kind", rules.ARRIVALS), name="residents_registration_kind"
            ),
            models.CheckConstraint(
                condition=one_of("transport", rules.TRANSPORTS), name="residents_registration_transport"
            ),
            models.CheckConstraint(
                condition=one_of("declared_by", rules.DECLARERS), name="residents_registration_declared"
            ),
            models.CheckConstraint(
                condition=Q(last_left_on__isnull=True) | Q(last_left_on__lte=F("arrived_on")),
                name="residents_registration_dates",
            ),
        ]
        indexes = [
            models.Index(fields=["grid_id", "-id"], name="residents_registration_grid"),
            models.Index(fields=["village_id", "-id"], name="residents_registration_village"),
            models.Index(fields=["town_id", "-id"], name="residents_registration_town"),
            models.Index(fields=["person", "-id"], name="residents_registration_person"),
            models.Index(fields=["arrived_on", "-id"], name="residents_registration_arrived"),
            models.Index(fields=["expires_at"], name="residents_registration_expiry"),
        ]


class CallLog(Held):
    """A call to a person and what became of it; the number is the phone's row, never repeated here."""

    retention = {"*": "work"}
    client_id = models.UUIDField(null=True, unique=True)
    person = models.ForeignKey("residents.Person", models.PROTECT, related_name="+", db_index=False)
    phone = models.ForeignKey(
        "residents.PersonPhone", models.PROTECT, related_name="+", null=True, db_index=False
    )
    outcome = models.CharField(max_length=20)
    called_at = models.DateTimeField()
    seconds = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=200, default="", blank=True)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=90)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=one_of("outcome", rules.OUTCOMES), name="residents_call_outcome")
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="residents_call_person"),
            models.Index(fields=["phone"], name="residents_call_phone"),
            models.Index(fields=["expires_at"], name="residents_call_expiry"),
        ]


class Provenance(models.Model):
    """Who said what when about a person or a household; old and new values are sealed."""

    retention = {"*": "person"}
    person = models.ForeignKey(
        "residents.Person", models.PROTECT, related_name="+", null=True, db_index=False
    )
    household = models.ForeignKey(
        "residents.Household", models.PROTECT, related_name="+", null=True, db_index=False
    )
    act = models.CharField(max_length=12)
    source = models.CharField(max_length=10)
    ref = models.CharField(max_length=60, default="", blank=True)
    fields = ArrayField(models.CharField(max_length=20), default=list)
    said_sealed = models.BinaryField(default=b"")
    purpose = models.CharField(max_length=20)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=90)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=one_of("act", rules.ACTS), name="residents_provenance_act"),
            models.CheckConstraint(
                condition=one_of("source", rules.SOURCES), name="residents_provenance_source"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(household__isnull=False),
                name="residents_provenance_subject",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="residents_provenance_person"),
            models.Index(
                fields=["household", "-id"],
                condition=Q(household__isnull=False),
                name="residents_provenance_household",
            ),
        ]


class Merge(models.Model):
    """Two rows became one; ``snapshot_sealed`` holds what undoing needs."""

    retention = {"*": "person"}
    kept = models.ForeignKey("residents.Person", models.PROTECT, related_name="+", db_index=False)
    absorbed = models.ForeignKey("residents.Person", models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(max_length=200)
    snapshot_sealed = models.BinaryField()
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=90)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=90, default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at__isnull=True), name="residents_merge_once"
            ),
            models.CheckConstraint(condition=~Q(kept=F("absorbed")), name="residents_merge_two"),
        ]
        indexes = [
            models.Index(fields=["kept", "-id"], name="residents_merge_kept"),
            models.Index(fields=["absorbed", "-id"], name="residents_merge_absorbed"),
        ]
