"""Enterprises, sites and other places of work; who answers there, who works there, who looks after it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q

from wangge.premises import rules, states

BY_NAME = ("sort_key", "id")


def one_of(column: str, codes: dict[str, str], *, empty: bool = False) -> Q:
    """A CHECK condition: the column holds one of the codes (or nothing)."""
    return Q(**{f"{column}__in": [*codes, ""] if empty else list(codes)})


def by_name(name: str, *columns: str, condition: Q | None = None) -> models.Index:
    """An index for a list: equality on the columns, in the order of names, keyset-ready."""
    return models.Index(fields=[*columns, *BY_NAME], name=f"premises_{name}", condition=condition)


def area(*, null: bool) -> Any:
    """A key into the area tree, indexed together with the order of the lists and not alone."""
    return models.ForeignKey("territory.Area", models.PROTECT, related_name="+", null=null, db_index=False)


class PremisesMove(models.Model):
    """One step of a premises: registered, verified, closed."""

    retention = {"*": "log"}
    row = models.ForeignKey("premises.Premises", models.PROTECT, related_name="+")
    name = models.CharField(max_length=20)
    source = models.CharField(max_length=12, blank=True)
    target = models.CharField(max_length=12)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, default="")
    agency = models.ForeignKey("org.Agency", models.PROTECT, related_name="+", null=True, db_index=False)
    at = models.DateTimeField()
    reason = models.TextField(default="", blank=True)
    data: Any = models.JSONField(default=dict)


class Premises(models.Model):
    """A place of work: an enterprise, a construction site, a market, a hospital, a school, another.

    ``town`` is always known, ``village`` and ``grid`` where the address is; ``dedicated_grid`` is the
    grid of its own (专属网格) that a large one has. ``source`` says where the row comes from
    (``console``, ``phone``, ``import:3``, ``demo``), ``client_id`` is the phone's id of a report.
    """

    retention = {"*": "register"}
    move_model: ClassVar[type[models.Model]] = PremisesMove
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, default="", blank=True)
    sort_key = models.CharField(max_length=60)
    credit_code = models.CharField(max_length=18, default="", blank=True)
    industry = models.CharField(max_length=16, default="", blank=True)
    above_scale = models.BooleanField(default=False)
    address = models.CharField(max_length=200, default="", blank=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    town = area(null=False)
    village = area(null=True)
    grid = area(null=True)
    dedicated_grid = area(null=True)
    staff_total = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=12, default=states.PREMISES.initial)
    version = models.PositiveIntegerField(default=1)
    source = models.CharField(max_length=24)
    client_id = models.UUIDField(null=True, unique=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60)
    created_by_label = models.CharField(max_length=80, default="")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=one_of("kind", rules.KINDS), name="premises_kind"),
            models.CheckConstraint(
                condition=one_of("industry", rules.INDUSTRIES, empty=True), name="premises_industry"
            ),
            models.CheckConstraint(condition=one_of("status", states.LABELS), name="premises_status"),
            models.CheckConstraint(condition=~Q(name=""), name="premises_has_a_name"),
            models.CheckConstraint(
                condition=Q(lon__isnull=True, lat__isnull=True) | Q(lon__isnull=False, lat__isnull=False),
                name="premises_whole_point",
            ),
            models.CheckConstraint(
                condition=Q(grid__isnull=True) | Q(village__isnull=False), name="premises_grid_in_village"
            ),
            models.UniqueConstraint(
                fields=["credit_code"],
                condition=~Q(credit_code="") & ~Q(status="rejected"),
                name="premises_code_once",
            ),
            models.UniqueConstraint(
                fields=["town", "name"],
                condition=Q(credit_code="") & ~Q(status="rejected"),
                name="premises_name_once_without_code",
            ),
        ]
        indexes = [
            by_name("all"),
            by_name("town", "town"),
            by_name("village", "village", condition=Q(village__isnull=False)),
            by_name("grid", "grid", condition=Q(grid__isnull=False)),
            by_name("own_grid", "dedicated_grid", condition=Q(dedicated_grid__isnull=False)),
            by_name("kind", "kind", "town"),
            by_name("industry", "industry", "town", condition=~Q(industry="")),
            by_name("above_scale", "town", condition=Q(above_scale=True)),
            by_name("unverified", "town", condition=Q(status="unverified")),
            models.Index(fields=["credit_code", "id"], name="premises_code", condition=~Q(credit_code="")),
            models.Index(fields=["town", "name"], name="premises_town_name"),
        ]


class PremisesText(models.Model):
    """The search lexemes of a name; read and written by functions of the owner only."""

    retention = {"*": "register"}
    premises = models.OneToOneField(Premises, models.PROTECT, related_name="+", primary_key=True)
    tokens = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["tokens"], name="premises_text_tokens", fastupdate=False)]


class Contact(models.Model):
    """Who answers for a premises in one role; the number is sealed. A replaced contact has ended."""

    retention = {"*": "work"}
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(max_length=10, default="main")
    name = models.CharField(max_length=40)
    phone_sealed = models.BinaryField(default=bytes)
    phone_index = models.BinaryField(default=bytes)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=one_of("role", rules.CONTACT_ROLES), name="premises_contact_role"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="premises_contact_dates",
            ),
            models.UniqueConstraint(
                fields=["premises", "role"],
                condition=Q(valid_to__isnull=True),
                name="premises_contact_one_per_role",
            ),
        ]
        indexes = [
            models.Index(
                fields=["valid_to"], condition=Q(valid_to__isnull=False), name="premises_contact_ended"
            )
        ]


class StaffMember(models.Model):
    """Somebody who works there: everything personal sealed, ID number and phone with a blind index."""

    retention = {"*": "work"}
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="+", db_index=False)
    name_sealed = models.BinaryField()
    id_no_sealed = models.BinaryField(default=bytes)
    id_no_index = models.BinaryField(default=bytes)
    phone_sealed = models.BinaryField(default=bytes)
    phone_index = models.BinaryField(default=bytes)
    person_index = models.BinaryField()
    position = models.CharField(max_length=40, default="", blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="premises_staff_dates",
            ),
            models.UniqueConstraint(
                fields=["premises", "person_index"],
                condition=Q(valid_to__isnull=True),
                name="premises_staff_once",
            ),
        ]
        indexes = [
            models.Index(fields=["premises", "id"], name="premises_staff_list"),
            models.Index(fields=["id_no_index"], condition=~Q(id_no_index=b""), name="premises_staff_id_no"),
            models.Index(
                fields=["valid_to"], condition=Q(valid_to__isnull=False), name="premises_staff_ended"
            ),
        ]


class LiaisonPair(models.Model):
    """挂钩: a cadre's post looks after a premises, from–to. One open pair per premises."""

    retention = {"*": "register"}
    post = models.ForeignKey("org.Post", models.PROTECT, related_name="+", db_index=False)
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="+", db_index=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="premises_pair_dates",
            ),
            models.UniqueConstraint(
                fields=["premises"], condition=Q(valid_to__isnull=True), name="premises_pair_one_open"
            ),
        ]
        indexes = [
            models.Index(fields=["premises", "-id"], name="premises_pair_history"),
            models.Index(
                fields=["post", "premises"],
                condition=Q(valid_to__isnull=True),
                name="premises_pair_of_post",
            ),
        ]


class ImportBatch(models.Model):
    """One load of one file: ``rows_in == stored + refused``; ``unchanged`` and ``updated`` are stored ones.

    ``kind`` is ``ledger`` (premises), ``staff`` (the roster of one premises) or ``pairs`` (挂钩).
    """

    retention = {"*": "register"}
    kind = models.CharField(max_length=8)
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="+", null=True, db_index=False)
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    mapping: Any = models.JSONField(default=dict)
    header: Any = models.JSONField(default=list)
    rows_in = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    blank = models.PositiveIntegerField(default=0)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, default="")
    post_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["ledger", "staff", "pairs"]), name="premises_import_kind"
            ),
            models.CheckConstraint(
                condition=Q(rows_in=F("stored") + F("refused")), name="premises_import_rows_are_conserved"
            ),
        ]


class RefusedRow(models.Model):
    """A row that could not be stored, as it came (sealed), with the reason."""

    retention = {"*": "work"}
    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="+", db_index=False)
    row_no = models.PositiveIntegerField()
    reason = models.CharField(max_length=300)
    cells_sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "row_no"], name="premises_refused_once")]
