"""The area tree with its own keys, dated codes of foreign codings, and places."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wangge.territory.rules import KINDS


class Area(models.Model):
    """A node of the tree: district, town, village or grid. ``key`` is ours and never changes.

    ``town``, ``village`` and ``district`` repeat the ancestors (own id on the own level), so that
    scope is an equality. Boundaries are GeoJSON in WGS-84. ``is_served`` marks the one district this
    house works for: the tree may hold its neighbours too, because codings come by province.
    """

    retention = {"*": "register"}
    key = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=60)
    short_name = models.CharField(max_length=30, blank=True)
    pinyin = models.CharField(max_length=120, blank=True)
    initials = models.CharField(max_length=30, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    district_id = models.BigIntegerField(null=True)
    town_id = models.BigIntegerField(null=True)
    village_id = models.BigIntegerField(null=True)
    grid_kind = models.CharField(max_length=1, blank=True)
    households = models.PositiveIntegerField(default=0)
    persons = models.PositiveIntegerField(default=0)
    boundary = models.JSONField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    is_schematic = models.BooleanField(default=False)
    is_served = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(KINDS)), name="area_kind"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="area_valid_period",
            ),
            models.CheckConstraint(
                condition=Q(kind="district", parent__isnull=True) | Q(parent__isnull=False),
                name="area_parent",
            ),
            models.CheckConstraint(
                condition=Q(is_served=False) | Q(kind="district", valid_to__isnull=True), name="area_served"
            ),
            models.UniqueConstraint(
                fields=["is_served"], condition=Q(is_served=True), name="area_served_once"
            ),
            models.UniqueConstraint(
                fields=["parent", "kind", "name"], condition=Q(valid_to__isnull=True), name="area_name_once"
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "parent", "id"]),
            models.Index(fields=["district_id", "kind"], name="area_district"),
            models.Index(fields=["town_id", "kind"]),
            models.Index(fields=["village_id", "kind"]),
            models.Index(fields=["pinyin"], opclasses=["text_pattern_ops"], name="area_pinyin"),
            models.Index(fields=["initials"], opclasses=["text_pattern_ops"], name="area_initials"),
            models.Index(fields=["name"], opclasses=["text_pattern_ops"], name="area_name"),
        ]

    def __str__(self) -> str:
        return self.name


class AreaAlias(models.Model):
    """What a foreign coding calls an area, dated by edition; two codings may swap the same code."""

    retention = {"*": "register"}
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    source = models.CharField(max_length=20)
    edition = models.CharField(max_length=20)
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "edition", "code"], name="alias_code_once_per_edition")
        ]
        indexes = [models.Index(fields=["code"], opclasses=["text_pattern_ops"], name="alias_code")]


class AreaSuccession(models.Model):
    """``old`` became (part of) ``new`` on a day: split, merge, rename."""

    retention = {"*": "register"}
    old = models.ForeignKey(Area, models.PROTECT, related_name="+")
    new = models.ForeignKey(Area, models.PROTECT, related_name="+")
    day = models.DateField()
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["old", "new"], name="succession_once")]


class Place(models.Model):
    """A point people name: a market, a school, an estate gate. WGS-84."""

    retention = {"*": "register"}
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    address = models.CharField(max_length=200, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    lon = models.FloatField()
    lat = models.FloatField()
    is_schematic = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["kind", "area"]), models.Index(fields=["area", "id"])]


class TreeVersion(models.Model):
    """One row; its stamp is new after every change of the tree, so that processes drop what they cached.

    A random stamp and not a counter: a change that was rolled back can never be mistaken for the next.
    """

    retention = {"*": "register"}
    stamp = models.UUIDField()
