# ruff: noqa: S608
"""Rounds, visits, events and notices, with the second wall.

Policies compare with equality, ``= ANY`` and ``EXISTS`` only; whoever wrote a row on a phone may always
read it again, even when the place lies in the neighbour's grid.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

SCOPE = "(SELECT current_setting('wangge.scope', true))"
AREAS = "(SELECT string_to_array(nullif(current_setting('wangge.areas', true), ''), ','))::bigint[]"
AGENCIES = "(SELECT string_to_array(nullif(current_setting('wangge.agencies', true), ''), ','))::bigint[]"
POST = "(SELECT nullif(current_setting('wangge.post', true), ''))::bigint"
OWN = f"({SCOPE} <> '' AND post_id = {POST})"
ABOVE = f"town_id = ANY ({AREAS}) OR village_id = ANY ({AREAS})"
SEES = f"""
    {SCOPE} = 'all' OR {OWN}
    OR ({SCOPE} = 'area' AND ({ABOVE} OR (grid_id = ANY ({AREAS}) AND open)))
    OR ({SCOPE} IN ('agency', 'area') AND EXISTS (
        SELECT 1 FROM patrol_eventunit u
        WHERE u.event_id = patrol_event.id AND u.agency_id = ANY ({AGENCIES})))
"""
CAPTURED = ("round", "checkin", "visit", "noticeserved")
CHILDREN = {"patrol_eventmove": "row_id", "patrol_eventfile": "event_id", "patrol_eventunit": "event_id"}
WALL = (
    f"""
CREATE FUNCTION patrol_sees(wanted bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT 1 FROM patrol_event WHERE id = wanted AND ({SEES}))
$$;
ALTER TABLE patrol_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY patrol_event_scope ON patrol_event USING ({SEES});
"""
    + "".join(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\n"
        f"CREATE POLICY {table}_scope ON {table} USING ({SCOPE} = 'all' OR patrol_sees({column}));\n"
        for table, column in CHILDREN.items()
    )
    + "".join(
        f"ALTER TABLE patrol_{table} ENABLE ROW LEVEL SECURITY;\n"
        f"CREATE POLICY patrol_{table}_scope ON patrol_{table} USING ({SCOPE} = 'all' OR {OWN}\n"
        f"    OR ({SCOPE} = 'area' AND ({ABOVE} OR grid_id = ANY ({AREAS}))));\n"
        for table in CAPTURED
    )
)
UNWALL = (
    "".join(
        f"DROP POLICY {table}_scope ON {table};\nALTER TABLE {table} DISABLE ROW LEVEL SECURITY;\n"
        for table in ("patrol_event", *CHILDREN, *(f"patrol_{t}" for t in CAPTURED))
    )
    + "DROP FUNCTION patrol_sees(bigint);\n"
)
GROWS = """
CREATE FUNCTION patrol_moves_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- the retention class: an event's papers live five years, then they may be erased
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '5 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER patrol_moves_only_grow BEFORE UPDATE OR DELETE ON patrol_eventmove
FOR EACH ROW EXECUTE FUNCTION patrol_moves_only_grow();
"""
UNGROWS = """
DROP TRIGGER patrol_moves_only_grow ON patrol_eventmove;
DROP FUNCTION patrol_moves_only_grow();
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("org", "0003_devices_of_posts"),
        ("territory", "0002_served_district_and_stamp"),
    ]

    operations = [
        migrations.CreateModel(
            name="EventClass",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=30)),
                ("parent_code", models.CharField(blank=True, default="", max_length=40)),
                ("path", models.CharField(max_length=120)),
                ("position", models.PositiveIntegerField(default=0)),
                ("active", models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name="CheckInPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("kind", models.CharField(max_length=12)),
                ("lon", models.FloatField()),
                ("lat", models.FloatField()),
                ("radius", models.PositiveSmallIntegerField(default=80)),
                ("note", models.CharField(blank=True, default="", max_length=200)),
                ("valid_from", models.DateTimeField()),
                ("valid_to", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "grid",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("client_id", models.UUIDField(unique=True)),
                ("by_label", models.CharField(default="", max_length=80)),
                ("device_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                ("drift_seconds", models.IntegerField(default=0)),
                ("round_client", models.UUIDField(null=True)),
                ("lon", models.FloatField()),
                ("lat", models.FloatField()),
                ("accuracy", models.FloatField()),
                ("distance", models.PositiveIntegerField()),
                ("dwell_seconds", models.PositiveIntegerField()),
                ("track_dwell", models.PositiveIntegerField(null=True)),
                ("counts", models.BooleanField()),
                ("reason", models.CharField(blank=True, default="", max_length=80)),
                (
                    "grid",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="patrol.checkinpoint",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("client_id", models.UUIDField(unique=True)),
                ("by_label", models.CharField(default="", max_length=80)),
                ("device_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                ("drift_seconds", models.IntegerField(default=0)),
                ("no", models.CharField(max_length=24, unique=True)),
                ("status", models.CharField(default="collected", max_length=20)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "open",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                status__in=["closed", "joined", "rated", "voided"], then=models.Value(False)
                            ),
                            default=models.Value(True),
                        ),
                        output_field=models.BooleanField(),
                    ),
                ),
                ("source", models.CharField(default="phone", max_length=8)),
                ("class_code", models.CharField(max_length=40)),
                ("level", models.CharField(default="general", max_length=8)),
                ("urgent", models.BooleanField(default=False)),
                ("title", models.CharField(max_length=60)),
                ("description", models.TextField(blank=True, default="")),
                ("address", models.CharField(blank=True, default="", max_length=200)),
                ("lon", models.FloatField(null=True)),
                ("lat", models.FloatField(null=True)),
                ("accuracy", models.FloatField(null=True)),
                ("round_client", models.UUIDField(null=True)),
                ("occurred_at", models.DateTimeField()),
                ("self_handled", models.BooleanField(default=False)),
                ("assignment_id", models.BigIntegerField(null=True)),
                ("with_grid", models.BooleanField(default=False)),
                (
                    "returned_by_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("dispatched_at", models.DateTimeField(null=True)),
                ("sign_due", models.DateTimeField(null=True)),
                ("reply_due", models.DateTimeField(null=True)),
                ("signed_at", models.DateTimeField(null=True)),
                ("fed_back_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("sign_late", models.BooleanField(default=False)),
                ("late", models.BooleanField(default=False)),
                ("returns", models.PositiveSmallIntegerField(default=0)),
                ("redo_count", models.PositiveSmallIntegerField(default=0)),
                ("urges", models.PositiveSmallIntegerField(default=0)),
                ("handling", models.TextField(blank=True, default="")),
                ("handler_post_id", models.BigIntegerField(null=True)),
                ("verification", models.CharField(blank=True, default="", max_length=6)),
                ("verify_text", models.TextField(blank=True, default="")),
                ("verifier_label", models.CharField(blank=True, default="", max_length=80)),
                ("score", models.PositiveSmallIntegerField(null=True)),
                ("rating_text", models.TextField(blank=True, default="")),
                ("joins", models.PositiveSmallIntegerField(default=0)),
                ("void_code", models.CharField(blank=True, default="", max_length=12)),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.agency",
                    ),
                ),
                (
                    "grid",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "joined_into",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="patrol.event",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "klass",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="patrol.eventclass",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EventFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=8)),
                ("client_id", models.UUIDField()),
                ("digest", models.BinaryField(default=bytes)),
                ("by_label", models.CharField(default="", max_length=80)),
                ("at", models.DateTimeField()),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="patrol.event",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EventMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30)),
                ("source", models.CharField(max_length=20)),
                ("target", models.CharField(max_length=20)),
                ("by", models.CharField(max_length=60)),
                ("by_label", models.CharField(default="", max_length=80)),
                ("at", models.DateTimeField()),
                ("reason", models.TextField(blank=True, default="")),
                ("data", models.JSONField(default=dict)),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.agency",
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="patrol.event",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EventUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("assignment_id", models.BigIntegerField()),
                ("active", models.BooleanField(default=True)),
                ("due_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.agency",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="patrol.event",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NoticeKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=60)),
                ("text", models.TextField()),
                ("document", models.CharField(blank=True, default="", max_length=120)),
                ("valid_from", models.DateTimeField()),
                ("valid_to", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "version"), name="patrol_notice_version"),
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)),
                        fields=("code",),
                        name="patrol_notice_current",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="patrol_notice_has_text"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeServed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("client_id", models.UUIDField(unique=True)),
                ("by_label", models.CharField(default="", max_length=80)),
                ("device_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                ("drift_seconds", models.IntegerField(default=0)),
                ("no", models.CharField(max_length=24, unique=True)),
                ("target_kind", models.CharField(default="place", max_length=10)),
                ("target_id", models.BigIntegerField(null=True)),
                ("place", models.CharField(max_length=120)),
                ("served_to_sealed", models.BinaryField(default=bytes)),
                ("refused", models.BooleanField(default=False)),
                ("signature", models.UUIDField(null=True)),
                ("photo", models.UUIDField(null=True)),
                ("note", models.CharField(blank=True, default="", max_length=300)),
                ("lon", models.FloatField(null=True)),
                ("lat", models.FloatField(null=True)),
                ("round_client", models.UUIDField(null=True)),
                (
                    "grid",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="patrol.noticekind"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("client_id", models.UUIDField(unique=True)),
                ("by_label", models.CharField(default="", max_length=80)),
                ("device_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                ("drift_seconds", models.IntegerField(default=0)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_received_at", models.DateTimeField(null=True)),
                ("track", models.JSONField(default=list)),
                ("points", models.PositiveIntegerField(default=0)),
                ("distance", models.PositiveIntegerField(default=0)),
                ("patrol_seconds", models.PositiveIntegerField(default=0)),
                ("inside_seconds", models.PositiveIntegerField(default=0)),
                ("gaps", models.JSONField(default=list)),
                ("jumps", models.PositiveIntegerField(default=0)),
                ("fastest", models.FloatField(default=0)),
                ("print", models.BinaryField(default=bytes)),
                ("overlaps", models.BooleanField(default=False)),
                ("offline", models.BooleanField(default=False)),
                ("note", models.CharField(blank=True, default="", max_length=300)),
                (
                    "grid",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "replay_of",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="patrol.round",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("client_id", models.UUIDField(unique=True)),
                ("by_label", models.CharField(default="", max_length=80)),
                ("device_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                ("drift_seconds", models.IntegerField(default=0)),
                ("round_client", models.UUIDField(null=True)),
                ("target_kind", models.CharField(max_length=10)),
                ("target_id", models.BigIntegerField()),
                ("target_label", models.CharField(blank=True, default="", max_length=80)),
                ("result", models.CharField(max_length=8)),
                ("topic", models.CharField(blank=True, default="", max_length=40)),
                ("note", models.TextField(blank=True, default="")),
                ("photo", models.UUIDField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("lat", models.FloatField(null=True)),
                ("accuracy", models.FloatField(null=True)),
                ("believed", models.BooleanField(default=True)),
                (
                    "grid",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="checkinpoint",
            index=models.Index(fields=["grid", "id"], name="patrol_point_grid"),
        ),
        migrations.AddIndex(
            model_name="checkinpoint",
            index=models.Index(fields=["village", "id"], name="patrol_point_village"),
        ),
        migrations.AddIndex(
            model_name="checkinpoint",
            index=models.Index(fields=["town", "id"], name="patrol_point_town"),
        ),
        migrations.AddConstraint(
            model_name="checkinpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["estate", "market", "school", "river", "works", "safety", "other"])
                ),
                name="patrol_point_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="checkinpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("radius__gte", 20), ("radius__lte", 500)), name="patrol_point_radius"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkinpoint",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("grid", "name"),
                name="patrol_point_once",
            ),
        ),
        migrations.AddIndex(
            model_name="checkin",
            index=models.Index(
                condition=models.Q(("counts", True)),
                fields=["grid", "at"],
                include=("point",),
                name="patrol_check_in_week",
            ),
        ),
        migrations.AddIndex(
            model_name="checkin",
            index=models.Index(fields=["point", "-at", "-id"], name="patrol_check_in_point"),
        ),
        migrations.AddIndex(
            model_name="checkin",
            index=models.Index(
                condition=models.Q(("round_client__isnull", False)),
                fields=["round_client"],
                name="patrol_check_in_round",
            ),
        ),
        migrations.AddConstraint(
            model_name="checkin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("counts", True), models.Q(("reason", ""), _negated=True), _connector="XOR"
                ),
                name="patrol_check_in_says_why",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["-received_at", "-id"], name="patrol_event_newest"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["status", "-received_at", "-id"], name="patrol_event_status"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["town", "-received_at", "-id"], name="patrol_event_town"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["village", "-received_at", "-id"], name="patrol_event_village"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["grid", "-received_at", "-id"], name="patrol_event_grid"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["class_code", "-received_at", "-id"], name="patrol_event_class"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["post", "-received_at", "-id"], name="patrol_event_post"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["agency", "-received_at", "-id"], name="patrol_event_agency"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("late", True), ("open", True)),
                fields=["late", "-received_at", "-id"],
                name="patrol_event_late",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                fields=["town", "status", "-received_at", "-id"], name="patrol_event_town_status"
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("open", True)),
                fields=["grid", "-received_at", "-id"],
                name="patrol_event_open",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("joined_into__isnull", False)),
                fields=["joined_into"],
                name="patrol_event_into",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("round_client__isnull", False)),
                fields=["round_client"],
                name="patrol_event_round",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "awaiting_sign",
                            "closed",
                            "collected",
                            "established",
                            "fed_back",
                            "in_progress",
                            "joined",
                            "rated",
                            "return_requested",
                            "self_handled",
                            "verified",
                            "voided",
                        ],
                    )
                ),
                name="patrol_event_status",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__in", ["general", "larger", "major"])), name="patrol_event_level"
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("source__in", ["phone", "desk", "video", "public"])),
                name="patrol_event_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("verification__in", ["", "other", "own", "none"])),
                name="patrol_event_verification",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("score__isnull", True), models.Q(("score__gte", 1), ("score__lte", 5)), _connector="OR"
                ),
                name="patrol_event_score",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "joined"), ("joined_into__isnull", True), _connector="XOR"),
                name="patrol_event_joined",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="patrol_event_has_title"
            ),
        ),
        migrations.AddIndex(
            model_name="eventfile",
            index=models.Index(
                condition=models.Q(("digest", b""), _negated=True),
                fields=["digest"],
                name="patrol_file_digest",
            ),
        ),
        migrations.AddIndex(
            model_name="eventfile",
            index=models.Index(fields=["client_id"], name="patrol_file_client"),
        ),
        migrations.AddIndex(
            model_name="eventfile",
            index=models.Index(condition=models.Q(("digest", b"")), fields=["id"], name="patrol_file_unread"),
        ),
        migrations.AddConstraint(
            model_name="eventfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["before", "after", "voice", "extra"])),
                name="patrol_file_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventfile",
            constraint=models.UniqueConstraint(fields=("event", "client_id"), name="patrol_file_once"),
        ),
        migrations.AddIndex(
            model_name="eventmove",
            index=models.Index(fields=["row", "id"], name="patrol_move_row"),
        ),
        migrations.AddIndex(
            model_name="eventunit",
            index=models.Index(fields=["agency", "-event"], name="patrol_unit_agency"),
        ),
        migrations.AddConstraint(
            model_name="eventunit",
            constraint=models.UniqueConstraint(fields=("event", "agency"), name="patrol_unit_once"),
        ),
        migrations.AddIndex(
            model_name="noticeserved",
            index=models.Index(fields=["-received_at", "-id"], name="patrol_served_newest"),
        ),
        migrations.AddIndex(
            model_name="noticeserved",
            index=models.Index(fields=["town", "-received_at", "-id"], name="patrol_served_town"),
        ),
        migrations.AddIndex(
            model_name="noticeserved",
            index=models.Index(fields=["village", "-received_at", "-id"], name="patrol_served_village"),
        ),
        migrations.AddIndex(
            model_name="noticeserved",
            index=models.Index(fields=["grid", "-received_at", "-id"], name="patrol_served_grid"),
        ),
        migrations.AddConstraint(
            model_name="noticeserved",
            constraint=models.CheckConstraint(
                condition=models.Q(("target_kind__in", ["household", "premises", "place"])),
                name="patrol_served_target",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticeserved",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("refused", False), ("signature__isnull", False)),
                    models.Q(("photo__isnull", False), ("refused", True)),
                    _connector="OR",
                ),
                name="patrol_served_proof",
            ),
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["-at", "-id"], name="patrol_round_newest"),
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["town", "-at", "-id"], name="patrol_round_town"),
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["village", "-at", "-id"], name="patrol_round_village"),
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["grid", "-at", "-id"], name="patrol_round_grid"),
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["post", "-at", "-id"], name="patrol_round_post"),
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(
                condition=models.Q(("print", b""), _negated=True), fields=["print"], name="patrol_round_print"
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_at__isnull", True), ("ended_at__gte", models.F("at")), _connector="OR"
                ),
                name="patrol_round_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(("inside_seconds__lte", models.F("patrol_seconds"))),
                name="patrol_round_inside",
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(
                condition=models.Q(("believed", True), ("result", "met"), ("target_kind", "household")),
                fields=["grid", "at"],
                include=("target_id",),
                name="patrol_visit_met",
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["grid", "-at", "-id"], name="patrol_visit_grid"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(
                fields=["target_kind", "target_id", "-at", "-id"], name="patrol_visit_of_target"
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["post", "-at", "-id"], name="patrol_visit_post"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(
                condition=models.Q(("round_client__isnull", False)),
                fields=["round_client"],
                name="patrol_visit_round",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(("target_kind__in", ["household", "premises", "place"])),
                name="patrol_visit_target",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(("result__in", ["met", "phoned", "absent", "refused"])),
                name="patrol_visit_result",
            ),
        ),
        migrations.RunSQL(WALL, UNWALL),
        migrations.RunSQL(GROWS, UNGROWS),
    ]
