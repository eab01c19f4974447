"""The catalogue of video points, its imports, screening, who may see what and who looked."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from wangge.cameras.rules import CLASSES, DATUMS, PROTOCOLS, SOURCES, STATUSES
from wangge.cameras.states import SCREENING


class VideoPoint(models.Model):
    """One view of one camera (spec §1.4). ``lon``/``lat`` are WGS-84; what came in stays beside them.

    The stream's address may hold a password: it is sealed, only the gateway's door opens it.
    """

    retention = {"*": "register"}
    code = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=120)
    source = models.CharField(max_length=12)
    klass = models.CharField(max_length=12)
    status = models.CharField(max_length=10, default="offline")
    status_since = models.DateTimeField()
    last_seen_at = models.DateTimeField(null=True)
    town = models.ForeignKey("territory.Area", models.PROTECT, related_name="+", null=True)
    village = models.ForeignKey("territory.Area", models.PROTECT, related_name="+", null=True)
    grid = models.ForeignKey("territory.Area", models.PROTECT, related_name="+", null=True)
    address = models.CharField(max_length=200, blank=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    given_lon = models.FloatField(null=True)
    given_lat = models.FloatField(null=True)
    datum = models.CharField(max_length=6, default="wgs84")
    bearing = models.PositiveSmallIntegerField(null=True)
    agency = models.ForeignKey("org.Agency", models.PROTECT, related_name="+", null=True)
    keeper = models.CharField(max_length=40, blank=True)
    keeper_phone_sealed = models.BinaryField(default=b"")
    tags = ArrayField(models.CharField(max_length=20), default=list)
    tokens = ArrayField(models.CharField(max_length=40), default=list)
    protocol = models.CharField(max_length=8, blank=True)
    stream_sealed = models.BinaryField(default=b"")
    gb_device = models.CharField(max_length=20, blank=True)
    ptz = models.BooleanField(default=False)
    selected = models.BooleanField(default=False)
    asked_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(source__in=list(SOURCES)), name="cameras_point_source"),
            models.CheckConstraint(condition=Q(klass__in=list(CLASSES)), name="cameras_point_class"),
            models.CheckConstraint(condition=Q(status__in=list(STATUSES)), name="cameras_point_status"),
            models.CheckConstraint(condition=Q(datum__in=list(DATUMS)), name="cameras_point_datum"),
            models.CheckConstraint(condition=Q(protocol__in=list(PROTOCOLS)), name="cameras_point_protocol"),
            models.CheckConstraint(
                condition=Q(bearing__isnull=True) | Q(bearing__lt=360), name="cameras_point_bearing"
            ),
            models.CheckConstraint(
                condition=Q(lon__isnull=True, lat__isnull=True) | Q(lon__isnull=False, lat__isnull=False),
                name="cameras_point_place_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["town", "name", "id"], name="cameras_point_town"),
            models.Index(fields=["village", "name", "id"], name="cameras_point_village"),
            models.Index(fields=["grid", "name", "id"], name="cameras_point_grid"),
            models.Index(fields=["klass", "name", "id"], name="cameras_point_by_class"),
            models.Index(fields=["source", "name", "id"], name="cameras_point_by_source"),
            models.Index(fields=["status", "name", "id"], name="cameras_point_by_status"),
            models.Index(fields=["agency", "name", "id"], name="cameras_point_by_agency"),
            models.Index(fields=["name", "id"], name="cameras_point_list"),
            models.Index(fields=["name", "id"], condition=Q(selected=True), name="cameras_point_selected"),
            models.Index(fields=["gb_device", "code"], name="cameras_point_by_device"),
            models.Index(
                fields=["asked_at"], condition=Q(asked_at__isnull=False), name="cameras_point_asked"
            ),
            GinIndex(fields=["tokens"], name="cameras_point_tokens"),
            GinIndex(fields=["tags"], name="cameras_point_tags"),
        ]


class PointImport(models.Model):
    """One load of one list: ``rows_in == stored + refused``; ``doubled`` and ``displaced`` are warnings."""

    retention = {"*": "register"}
    filename = models.CharField(max_length=200)
    origin = models.CharField(max_length=20)
    rows_in = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    blank = models.PositiveIntegerField(default=0)
    header = models.JSONField(default=list)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rows_in=models.F("stored") + models.F("refused")),
                name="cameras_import_rows_are_conserved",
            )
        ]
        indexes = [models.Index(fields=["-at", "-id"], name="cameras_import_newest")]


class ImportRemark(models.Model):
    """What an import says about one row: refused (with its cells), a likely double, an odd place."""

    retention = {"*": "work"}
    load = models.ForeignKey(PointImport, models.PROTECT, related_name="+")
    row_no = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    text = models.CharField(max_length=300)
    cells_sealed = models.BinaryField(default=b"")
    point = models.ForeignKey(VideoPoint, models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["refused", "doubled", "displaced"]), name="cameras_remark_kind"
            ),
            models.UniqueConstraint(fields=["load", "row_no", "kind"], name="cameras_remark_once"),
        ]


class ScreeningMove(models.Model):
    """One step of a screening batch."""

    retention = {"*": "log"}
    row = models.ForeignKey("cameras.ScreeningBatch", models.PROTECT, related_name="+")
    name = models.CharField(max_length=20)
    source = models.CharField(max_length=12)
    target = models.CharField(max_length=12)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=90, default="")
    agency_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    reason = models.CharField(max_length=500, default="")
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["row", "id"], name="cameras_screening_moves")]


class ScreeningBatch(models.Model):
    """One run of one rule over the whole catalogue (spec §1.4): every point decided, with a reason.

    ``digest`` is over the rule, the places and what the rule looked at of every point: the same digest
    means the same decisions.
    """

    move_model: ClassVar[type[ScreeningMove]] = ScreeningMove
    retention = {"*": "log"}
    purpose = models.CharField(max_length=120)
    rule = models.JSONField()
    status = models.CharField(max_length=12, default="review")
    total_in = models.PositiveIntegerField()
    selected = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    earlier = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=90, default="")
    at = models.DateTimeField()
    reviewer = models.CharField(max_length=90, blank=True)
    adopted_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(SCREENING.states)), name="cameras_screening_status"
            ),
            models.CheckConstraint(
                condition=Q(selected__lte=models.F("total_in")), name="cameras_screening_part_of_whole"
            ),
            models.UniqueConstraint(
                fields=["status"], condition=Q(status="adopted"), name="cameras_screening_one_in_force"
            ),
        ]
        indexes = [models.Index(fields=["-at", "-id"], name="cameras_screening_newest")]


class ScreeningDecision(models.Model):
    """入选 or 剔除 for one point in one batch, by rule or by a person."""

    retention = {"*": "log"}
    batch = models.ForeignKey(ScreeningBatch, models.PROTECT, related_name="+")
    point = models.ForeignKey(VideoPoint, models.PROTECT, related_name="+")
    selected = models.BooleanField()
    clause = models.SmallIntegerField(default=-1)
    reason = models.CharField(max_length=200)
    metres = models.FloatField(null=True)
    place = models.ForeignKey("territory.Place", models.PROTECT, related_name="+", null=True)
    by_rule = models.BooleanField(default=True)
    by_label = models.CharField(max_length=90, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "point"], name="cameras_decided_once")]
        indexes = [models.Index(fields=["batch", "selected", "id"], name="cameras_decision_list")]


class CameraRight(models.Model):
    """An agency may see cameras that are not its own: by class and area, until a day, for a reason."""

    retention = {"*": "log"}
    agency = models.ForeignKey("org.Agency", models.PROTECT, related_name="+")
    classes = ArrayField(models.CharField(max_length=12), default=list)
    town = models.ForeignKey("territory.Area", models.PROTECT, related_name="+", null=True)
    playback = models.BooleanField(default=False)
    reason = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField()
    given_by = models.CharField(max_length=90)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__gte=models.F("valid_from")), name="cameras_right_dates"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="cameras_right_reason"),
        ]
        indexes = [models.Index(fields=["agency", "valid_to"], name="cameras_right_by_agency")]


class CameraView(models.Model):
    """One look at one channel: who, what, from, to, what for. Row-level security: the whole district only.

    ``view`` is the gateway's id. ``ended_at`` is empty while somebody looks; ``seen_at`` is the last
    moment the gateway said so.
    """

    retention = {"*": "log"}
    view = models.UUIDField(unique=True)
    channel = models.CharField(max_length=64)
    viewer = models.CharField(max_length=60)
    post_id = models.BigIntegerField(null=True)
    purpose = models.CharField(max_length=200)
    mode = models.CharField(max_length=10)
    gateway = models.CharField(max_length=20, default="")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=20, default="")

    class Meta:
        indexes = [
            models.Index(fields=["channel", "-id"], name="cameras_view_by_channel"),
            models.Index(fields=["viewer", "-id"], name="cameras_view_by_viewer"),
            models.Index(fields=["began_at"], name="cameras_view_by_time"),
            models.Index(
                fields=["gateway"], name="cameras_view_open", condition=models.Q(ended_at__isnull=True)
            ),
        ]


class GatewayReport(models.Model):
    """One line of the gateway that is not about a view: refusals, device events, alarms, positions,
    verdicts, clips. ``line`` is the gateway's id: a line read twice is stored once."""

    retention = {"*": "work"}
    line = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    gateway = models.CharField(max_length=20, default="")
    channel = models.CharField(max_length=64, default="")
    device = models.CharField(max_length=20, default="")
    facts = models.JSONField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "-id"], name="cameras_report_by_kind"),
            models.Index(fields=["channel", "-id"], name="cameras_report_by_channel"),
            models.Index(fields=["device", "-id"], name="cameras_report_by_device"),
            models.Index(fields=["at"], name="cameras_report_by_time"),
        ]
