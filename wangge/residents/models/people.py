"""People, households, telephones, who needs care. Numbers are sealed; a blind index finds them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from wangge.residents import rules

PREFIX = "text_pattern_ops"


def one_of(column: str, codes: object) -> Q:
    """A CHECK condition: the column holds one of the codes."""
    return Q(**{f"{column}__in": list(codes)})  # type: ignore[call-overload]


class Held(models.Model):
    """Where a row comes from, what it is for, how long it may stay: on every row about a person."""

    data_source = models.CharField(max_length=10)
    collected_at = models.DateTimeField()
    purpose = models.CharField(max_length=20)
    expires_at = models.DateTimeField()

    class Meta:
        abstract = True


class Placed(models.Model):
    """Where somebody lives: ``place`` is the finest area known; the levels above it are repeated, so
    that scope is an equality."""

    place = models.ForeignKey("territory.Area", models.PROTECT, related_name="+", db_index=False)
    town_id = models.BigIntegerField()
    village_id = models.BigIntegerField(null=True)
    grid_id = models.BigIntegerField(null=True)

    class Meta:
        abstract = True


def _finest() -> Q:
    return Q(place_id=Coalesce(F("grid_id"), F("village_id"), F("town_id")))


class Household(Held, Placed):
    """People who live together at an address (户); ``number`` is what other ledgers call it."""

    retention = {"*": "person"}
    client_id = models.UUIDField(null=True, unique=True)
    number = models.CharField(max_length=40, default="", blank=True)
    kind = models.CharField(max_length=12, default="family")
    address = models.CharField(max_length=200)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=one_of("kind", rules.HOUSEHOLD_KINDS), name="residents_household_kind"
            ),
            models.CheckConstraint(
                condition=one_of("purpose", rules.PURPOSES), name="residents_household_purpose"
            ),
            models.CheckConstraint(condition=_finest(), name="residents_household_place"),
        ]
        indexes = [
            models.Index(
                fields=["place", "address", "id"],
                opclasses=["int8_ops", PREFIX, "int8_ops"],
                name="residents_household_address",
            ),
            models.Index(fields=["grid_id", "id"], name="residents_household_grid"),
            models.Index(fields=["village_id", "id"], name="residents_household_village"),
            models.Index(fields=["town_id", "id"], name="residents_household_town"),
            models.Index(fields=["number"], condition=~Q(number=""), name="residents_household_number"),
            models.Index(fields=["expires_at"], name="residents_household_expiry"),
        ]


def _search(name: str, *columns: str) -> models.Index:
    """An index that gives living people in name order, from the start of a name, keyset-ready."""
    kinds = [PREFIX if c in {"name", "pinyin", "initials"} else "int8_ops" for c in columns]
    return models.Index(
        fields=list(columns),
        opclasses=kinds,
        condition=Q(merged_into__isnull=True),
        name=f"residents_p_{name}",
    )


class Person(Held, Placed):
    """One person (人口). ``merged_into`` is set on a row that turned out to be another one's double."""

    retention = {"*": "person"}
    client_id = models.UUIDField(null=True, unique=True)
    name = models.CharField(max_length=40)
    pinyin = models.CharField(max_length=80, default="", blank=True)
    initials = models.CharField(max_length=20, default="", blank=True)
    sex = models.CharField(max_length=1, default="9")
    nationality = models.CharField(max_length=3, default="CHN")
    id_type = models.CharField(max_length=20, default="id_card")
    id_no_sealed = models.BinaryField(default=b"")
    id_no_index = models.BinaryField(null=True, max_length=16)
    birthday = models.DateField(null=True)
    hukou_code = models.CharField(max_length=12, default="", blank=True)
    address = models.CharField(max_length=200, default="", blank=True)
    household = models.ForeignKey(Household, models.PROTECT, related_name="+", null=True)
    relation = models.CharField(max_length=12, default="", blank=True)
    residence = models.CharField(max_length=12, default="resident")
    presence = models.CharField(max_length=12, default="here")
    no_smartphone = models.BooleanField(default=False)
    preferred_contact = models.CharField(max_length=10, default="phone")
    disease_history_sealed = models.BinaryField(default=b"")
    origin_index = models.BinaryField(null=True, max_length=16)
    merged_into = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, db_index=False)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id_no_index", "id_type"], name="residents_person_id_no_once"),
            models.UniqueConstraint(fields=["origin_index"], name="residents_person_origin_once"),
            models.CheckConstraint(
                condition=Q(id_no_index__isnull=True, id_no_sealed=b"")
                | (Q(id_no_index__isnull=False) & ~Q(id_no_sealed=b"")),
                name="residents_person_id_no_whole",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="residents_person_has_name"),
            models.CheckConstraint(condition=one_of("sex", rules.SEXES), name="residents_person_sex"),
            models.CheckConstraint(
                condition=one_of("id_type", rules.ID_TYPES), name="residents_person_id_type"
            ),
            models.CheckConstraint(
                condition=one_of("relation", rules.RELATIONS), name="residents_person_relation"
            ),
            models.CheckConstraint(
                condition=one_of("residence", rules.RESIDENCES), name="residents_person_residence"
            ),
            models.CheckConstraint(
                condition=one_of("presence", rules.PRESENCES), name="residents_person_presence"
            ),
            models.CheckConstraint(
                condition=one_of("preferred_contact", rules.CONTACTS), name="residents_person_contact"
            ),
            models.CheckConstraint(
                condition=one_of("purpose", rules.PURPOSES), name="residents_person_purpose"
            ),
            models.CheckConstraint(condition=_finest(), name="residents_person_place"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="residents_person_not_own_double",
            ),
        ]
        indexes = [
            _search("place_name", "place", "name", "id"),
            _search("place_pinyin", "place", "pinyin", "id"),
            _search("place_initials", "place", "initials", "id"),
            _search("name", "name", "id"),
            _search("pinyin", "pinyin", "id"),
            _search("initials", "initials", "id"),
            models.Index(fields=["grid_id", "id"], name="residents_person_grid"),
            models.Index(fields=["village_id", "id"], name="residents_person_village"),
            models.Index(fields=["town_id", "id"], name="residents_person_town"),
            models.Index(
                fields=["merged_into"],
                condition=Q(merged_into__isnull=False),
                name="residents_person_doubles",
            ),
            models.Index(fields=["expires_at"], name="residents_person_expiry"),
        ]


class PersonPhone(Held):
    """A number to reach a person at: the own one, a guardian's or a relative's (``holder`` says whose)."""

    retention = {"*": "person"}
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, default="own")
    holder = models.CharField(max_length=40, default="", blank=True)
    number_sealed = models.BinaryField()
    number_index = models.BinaryField(max_length=16)
    wrong_since = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "number_index"], name="residents_phone_once"),
            models.CheckConstraint(condition=one_of("kind", rules.PHONE_KINDS), name="residents_phone_kind"),
        ]
        indexes = [
            models.Index(fields=["number_index", "person"], name="residents_phone_number"),
            models.Index(fields=["expires_at"], name="residents_phone_expiry"),
        ]


class CareKind(models.Model):
    """A kind of care (独居老人 …); a row, so that the district may add its own."""

    retention = {"*": "register"}
    code = models.CharField(max_length=20, primary_key=True)
    label = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField(default=0)
    active = models.BooleanField(default=True)


class CareTag(Held):
    """A person needs this kind of care."""

    retention = {"*": "person"}
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    kind = models.ForeignKey(CareKind, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="residents_care_once")]
        indexes = [
            models.Index(fields=["kind", "person"], name="residents_care_kind"),
            models.Index(fields=["expires_at"], name="residents_care_expiry"),
        ]
