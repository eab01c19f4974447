"""Who works here: agencies, accounts, posts; how they log in."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from wangge.org.rules import AGENCY_KINDS, DEVICE_STATES, ROLES, STAGES


class Agency(models.Model):
    """A body that may be given work: the centre, a department, a town, a village, a unit below one."""

    retention = {"*": "register"}
    name = models.CharField(max_length=80, unique=True)
    short_name = models.CharField(max_length=20)
    kind = models.CharField(max_length=12)
    parent = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    area = models.ForeignKey("territory.Area", models.PROTECT, related_name="+", null=True)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(AGENCY_KINDS)), name="org_agency_kind"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="org_agency_not_own_parent"
            ),
        ]
        indexes = [models.Index(fields=["kind", "short_name", "id"], name="org_agency_list")]


class Account(AbstractBaseUser):
    """One person's log-in. The second factor's secret is sealed; ``totp_step`` refuses replays."""

    retention = {"*": "account"}
    username = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    totp_secret = models.BinaryField(default=b"")
    totp_step = models.BigIntegerField(default=0)
    created_at = models.DateTimeField()
    last_login = models.DateTimeField(null=True)
    USERNAME_FIELD = "username"
    objects: ClassVar[BaseUserManager[Account]] = BaseUserManager()  # type: ignore[assignment]


class RecoveryCode(models.Model):
    """One use instead of the second factor; only a keyed hash is kept."""

    retention = {"*": "account"}
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    code_hash = models.BinaryField(max_length=16)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "code_hash"], name="org_recovery_once")]


class Post(models.Model):
    """A person in a role over an area, for a while: ``valid_from`` ≤ day < ``valid_to``.

    ``head`` posts also handle what the units below their agency are given.
    """

    retention = {"*": "register"}
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", null=True)
    area = models.ForeignKey("territory.Area", models.PROTECT, related_name="+", null=True)
    title = models.CharField(max_length=40)
    head = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=list(ROLES)), name="org_post_role"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="org_post_dates"
            ),
            models.CheckConstraint(
                condition=~Q(role__in=[r.code for r in ROLES.values() if r.scope == "agency"])
                | Q(agency__isnull=False),
                name="org_post_agency_needed",
            ),
            models.CheckConstraint(
                condition=~Q(role__in=[r.code for r in ROLES.values() if r.scope == "area"])
                | Q(area__isnull=False),
                name="org_post_area_needed",
            ),
            models.UniqueConstraint(
                fields=["account", "role", "agency", "area"],
                condition=Q(valid_to__isnull=True),
                nulls_distinct=False,
                name="org_post_open_once",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "id"], name="org_post_by_account"),
            models.Index(fields=["agency", "role"], name="org_post_by_agency"),
        ]


class RolePolicy(models.Model):
    """How a role logs in from a day on: second factor or not, minutes until an idle session ends."""

    retention = {"*": "register"}
    role = models.CharField(max_length=20)
    totp_required = models.BooleanField(default=False)
    session_minutes = models.PositiveIntegerField(default=240)
    valid_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["role", "valid_from"], name="org_role_policy_once_a_day"),
            models.CheckConstraint(condition=Q(role__in=list(ROLES)), name="org_role_policy_role"),
            models.CheckConstraint(
                condition=Q(session_minutes__gte=5, session_minutes__lte=43_200),
                name="org_role_policy_minutes",
            ),
        ]


class LoginAttempt(models.Model):
    """One try to log in; counted as failed until it has passed. The name is a keyed hash: people
    type passwords into the wrong field."""

    retention = {"*": "session"}
    username_hash = models.BinaryField(max_length=16)
    address = models.CharField(max_length=45)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["failed", "passed", "refused"]), name="org_attempt_outcome"
            )
        ]
        indexes = [
            models.Index(fields=["username_hash", "at"], name="org_attempt_by_name"),
            models.Index(fields=["address", "at"], name="org_attempt_by_address"),
            models.Index(fields=["at"], name="org_attempt_by_time"),
        ]


class SessionRecord(models.Model):
    """One log-in of one browser. The cookie is kept only as SHA-256; ended sessions stay as a record."""

    retention = {"*": "session"}
    key = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True)
    stage = models.CharField(max_length=16)
    address = models.CharField(max_length=45)
    created_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    idle_minutes = models.PositiveIntegerField()
    elevated_until = models.DateTimeField(null=True)
    enrolling = models.BinaryField(default=b"")
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=20, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=list(STAGES)), name="org_session_stage"),
            models.CheckConstraint(
                condition=~Q(stage="ready") | Q(post__isnull=False), name="org_session_ready_has_post"
            ),
        ]
        indexes = [
            models.Index(
                fields=["account"], condition=Q(ended_at__isnull=True), name="org_session_open_by_account"
            ),
            models.Index(fields=["created_at"], name="org_session_by_time"),
        ]


class Device(models.Model):
    """A phone that acts for a post: its public key (SPKI), never its private one.

    Revoked is for good; the phone wipes itself at its next contact.
    """

    retention = {"*": "account"}
    public_key = models.BinaryField(max_length=200, unique=True)
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    app = models.CharField(max_length=40)
    status = models.CharField(max_length=10, default="active")
    enrolled_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(status__in=list(DEVICE_STATES)), name="org_device_status"),
            models.CheckConstraint(
                condition=Q(status="revoked") ^ Q(revoked_at__isnull=True), name="org_device_revoked_when"
            ),
        ]


class EnrolmentCode(models.Model):
    """A one-time code that binds one device to a post; only its SHA-256 is kept."""

    retention = {"*": "session"}
    code_hash = models.BinaryField(max_length=32, unique=True)
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    by_post_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    device = models.OneToOneField(Device, models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) ^ Q(device__isnull=False), name="org_code_used_for_device"
            )
        ]
        indexes = [models.Index(fields=["made_at"], name="org_code_by_time")]


class Elevation(models.Model):
    """A timed administrator session: why, from when, until when."""

    retention = {"*": "log"}
    session = models.ForeignKey(SessionRecord, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("started_at")), name="org_elevation_dates"),
            models.CheckConstraint(condition=~Q(purpose=""), name="org_elevation_purpose"),
            models.UniqueConstraint(
                fields=["session"], condition=Q(ended_at__isnull=True), name="org_elevation_one_open"
            ),
        ]
        indexes = [models.Index(fields=["started_at"], name="org_elevation_by_time")]


class ElevationLine(models.Model):
    """What was asked of the server inside an elevation: method and path, never content."""

    retention = {"*": "log"}
    elevation = models.ForeignKey(Elevation, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    method = models.CharField(max_length=8)
    path = models.CharField(max_length=200)
    status = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["elevation", "id"], name="org_elevation_line_list")]
