# ruff: noqa: S608
"""The register of premises: rows, search by bounded candidates, the second wall.

Row policies compare with equality, ``= ANY`` and ``EXISTS`` only and read the scope through scalar
subselects. ``@@`` is not leakproof and could use no index behind a policy; therefore the lexemes are read
and written by functions of the owner that give out ids only: every row is fetched again through the policy.
A liaison has an area too, but sees the paired premises alone; the role is read from the post.
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

SEARCH = """
CREATE FUNCTION premises_index(ids bigint[], words text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    INSERT INTO premises_premisestext (premises_id, tokens)
    SELECT i, array_to_tsvector(array_remove(string_to_array(w, ' '), ''))
    FROM unnest(ids, words) AS t(i, w)
    ON CONFLICT (premises_id) DO UPDATE SET tokens = excluded.tokens
$$;

CREATE FUNCTION premises_find(q tsquery, most int) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
    SELECT premises_id FROM premises_premisestext WHERE tokens @@ q LIMIT most
$$;

CREATE FUNCTION premises_among(q tsquery, ids bigint[]) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_bitmapscan = off AS $$
    SELECT premises_id FROM premises_premisestext WHERE premises_id = ANY (ids) AND tokens @@ q
$$;

CREATE FUNCTION premises_known(codes text[], towns bigint[], names text[])
RETURNS TABLE (id bigint, credit_code text, town_id bigint, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.id, p.credit_code, p.town_id, p.name FROM premises_premises p
    WHERE p.credit_code = ANY (codes) AND p.credit_code <> '' AND p.status <> 'rejected'
    UNION
    SELECT p.id, p.credit_code, p.town_id, p.name
    FROM unnest(towns, names) AS w(t, n) JOIN premises_premises p ON p.town_id = w.t AND p.name = w.n
    WHERE p.status <> 'rejected'
$$;
"""
SEARCH_BACK = """
DROP FUNCTION premises_index(bigint[], text[]);
DROP FUNCTION premises_find(tsquery, int);
DROP FUNCTION premises_among(tsquery, bigint[]);
DROP FUNCTION premises_known(text[], bigint[], text[]);
"""

SCOPE = "(SELECT current_setting('wangge.scope', true))"
AREAS = "(SELECT string_to_array(nullif(current_setting('wangge.areas', true), ''), ','))::bigint[]"
POST = "(SELECT nullif(current_setting('wangge.post', true), '')::bigint)"
LIAISON = f"(SELECT coalesce((SELECT role = 'liaison' FROM org_post WHERE id = {POST}), false))"
SEES = f"""
    {SCOPE} = 'all'
    OR ({SCOPE} = 'area' AND NOT {LIAISON} AND (town_id = ANY ({AREAS}) OR village_id = ANY ({AREAS})
        OR grid_id = ANY ({AREAS}) OR dedicated_grid_id = ANY ({AREAS})))
    OR ({SCOPE} IN ('agency', 'area') AND EXISTS (
        SELECT 1 FROM premises_liaisonpair l
        WHERE l.premises_id = premises_premises.id AND l.post_id = {POST} AND l.valid_to IS NULL))
"""
CHILDREN = {
    "premises_premisesmove": "row_id",
    "premises_contact": "premises_id",
    "premises_staffmember": "premises_id",
}
WALL = f"""
CREATE FUNCTION premises_sees(wanted bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT 1 FROM premises_premises WHERE id = wanted AND ({SEES}))
$$;
ALTER TABLE premises_premises ENABLE ROW LEVEL SECURITY;
CREATE POLICY premises_premises_scope ON premises_premises USING ({SEES});
ALTER TABLE premises_liaisonpair ENABLE ROW LEVEL SECURITY;
CREATE POLICY premises_liaisonpair_scope ON premises_liaisonpair
    USING ({SCOPE} = 'all' OR post_id = {POST} OR ({SCOPE} = 'area' AND premises_sees(premises_id)))
    WITH CHECK ({SCOPE} = 'all' OR ({SCOPE} = 'area' AND NOT {LIAISON} AND premises_sees(premises_id)));
ALTER TABLE premises_premisestext ENABLE ROW LEVEL SECURITY;
""" + "".join(
    f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\n"
    f"CREATE POLICY {table}_scope ON {table} USING ({SCOPE} = 'all' OR premises_sees({column}));\n"
    for table, column in CHILDREN.items()
)
WALL_BACK = (
    "".join(
        f"DROP POLICY {table}_scope ON {table};\nALTER TABLE {table} DISABLE ROW LEVEL SECURITY;\n"
        for table in ("premises_premises", "premises_liaisonpair", *CHILDREN)
    )
    + "ALTER TABLE premises_premisestext DISABLE ROW LEVEL SECURITY;\nDROP FUNCTION premises_sees(bigint);\n"
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("org", "0002_first_role_policy"),
        ("territory", "0002_served_district_and_stamp"),
    ]

    operations = [
        migrations.CreateModel(
            name="Premises",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=12)),
                ("name", models.CharField(max_length=120)),
                ("short_name", models.CharField(blank=True, default="", max_length=40)),
                ("sort_key", models.CharField(max_length=60)),
                ("credit_code", models.CharField(blank=True, default="", max_length=18)),
                ("industry", models.CharField(blank=True, default="", max_length=16)),
                ("above_scale", models.BooleanField(default=False)),
                ("address", models.CharField(blank=True, default="", max_length=200)),
                ("lon", models.FloatField(null=True)),
                ("lat", models.FloatField(null=True)),
                ("staff_total", models.PositiveIntegerField(default=0)),
                ("status", models.CharField(default="unverified", max_length=12)),
                ("version", models.PositiveIntegerField(default=1)),
                ("source", models.CharField(max_length=24)),
                ("client_id", models.UUIDField(null=True, unique=True)),
                ("created_at", models.DateTimeField()),
                ("created_by", models.CharField(max_length=60)),
                ("created_by_label", models.CharField(default="", max_length=80)),
                ("changed_at", models.DateTimeField()),
                (
                    "dedicated_grid",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
                (
                    "grid",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LiaisonPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("by", models.CharField(max_length=60)),
                ("by_label", models.CharField(default="", max_length=80)),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "premises",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="premises.premises",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("filename", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("mapping", models.JSONField(default=dict)),
                ("header", models.JSONField(default=list)),
                ("rows_in", models.PositiveIntegerField(default=0)),
                ("stored", models.PositiveIntegerField(default=0)),
                ("unchanged", models.PositiveIntegerField(default=0)),
                ("updated", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
                ("blank", models.PositiveIntegerField(default=0)),
                ("by", models.CharField(max_length=60)),
                ("by_label", models.CharField(default="", max_length=80)),
                ("post_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "premises",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="premises.premises",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(default="main", max_length=10)),
                ("name", models.CharField(max_length=40)),
                ("phone_sealed", models.BinaryField(default=bytes)),
                ("phone_index", models.BinaryField(default=bytes)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                (
                    "premises",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="premises.premises",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PremisesMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20)),
                ("source", models.CharField(blank=True, max_length=12)),
                ("target", models.CharField(max_length=12)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="premises.premises"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RefusedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_no", models.PositiveIntegerField()),
                ("reason", models.CharField(max_length=300)),
                ("cells_sealed", models.BinaryField()),
                (
                    "batch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="premises.importbatch",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StaffMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_sealed", models.BinaryField()),
                ("id_no_sealed", models.BinaryField(default=bytes)),
                ("id_no_index", models.BinaryField(default=bytes)),
                ("phone_sealed", models.BinaryField(default=bytes)),
                ("phone_index", models.BinaryField(default=bytes)),
                ("person_index", models.BinaryField()),
                ("position", models.CharField(blank=True, default="", max_length=40)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("source", models.CharField(max_length=24)),
                (
                    "premises",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="premises.premises",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PremisesText",
            fields=[
                (
                    "premises",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="premises.premises",
                    ),
                ),
                ("tokens", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["tokens"], name="premises_text_tokens"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(fields=["sort_key", "id"], name="premises_all"),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(fields=["town", "sort_key", "id"], name="premises_town"),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(
                condition=models.Q(("village__isnull", False)),
                fields=["village", "sort_key", "id"],
                name="premises_village",
            ),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(
                condition=models.Q(("grid__isnull", False)),
                fields=["grid", "sort_key", "id"],
                name="premises_grid",
            ),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(fields=["kind", "town", "sort_key", "id"], name="premises_kind"),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(
                condition=models.Q(("industry", ""), _negated=True),
                fields=["industry", "town", "sort_key", "id"],
                name="premises_industry",
            ),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(
                condition=models.Q(("above_scale", True)),
                fields=["town", "sort_key", "id"],
                name="premises_above_scale",
            ),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(
                condition=models.Q(("status", "unverified")),
                fields=["town", "sort_key", "id"],
                name="premises_unverified",
            ),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(
                condition=models.Q(("credit_code", ""), _negated=True),
                fields=["credit_code", "id"],
                name="premises_code",
            ),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(fields=["town", "name"], name="premises_town_name"),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["enterprise", "construction", "market", "hospital", "school", "other"])
                ),
                name="premises_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "industry__in",
                        [
                            "textile",
                            "machinery",
                            "electronics",
                            "chemical",
                            "metal",
                            "food",
                            "building",
                            "transport",
                            "retail",
                            "catering",
                            "service",
                            "health",
                            "education",
                            "farming",
                            "other",
                            "",
                        ],
                    )
                ),
                name="premises_industry",
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["unverified", "active", "closed", "rejected"])),
                name="premises_status",
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="premises_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lat__isnull", True), ("lon__isnull", True)),
                    models.Q(("lat__isnull", False), ("lon__isnull", False)),
                    _connector="OR",
                ),
                name="premises_whole_point",
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(("grid__isnull", True), ("village__isnull", False), _connector="OR"),
                name="premises_grid_in_village",
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("credit_code", ""), _negated=True),
                    models.Q(("status", "rejected"), _negated=True),
                ),
                fields=("credit_code",),
                name="premises_code_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.UniqueConstraint(
                condition=models.Q(("credit_code", ""), models.Q(("status", "rejected"), _negated=True)),
                fields=("town", "name"),
                name="premises_name_once_without_code",
            ),
        ),
        migrations.AddIndex(
            model_name="liaisonpair",
            index=models.Index(fields=["premises", "-id"], name="premises_pair_history"),
        ),
        migrations.AddIndex(
            model_name="liaisonpair",
            index=models.Index(
                condition=models.Q(("valid_to__isnull", True)),
                fields=["post", "premises"],
                name="premises_pair_of_post",
            ),
        ),
        migrations.AddConstraint(
            model_name="liaisonpair",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="premises_pair_dates",
            ),
        ),
        migrations.AddConstraint(
            model_name="liaisonpair",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("premises",),
                name="premises_pair_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["ledger", "staff", "pairs"])), name="premises_import_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "rows_in",
                        django.db.models.expressions.CombinedExpression(
                            models.F("stored"), "+", models.F("refused")
                        ),
                    )
                ),
                name="premises_import_rows_are_conserved",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("valid_to__isnull", False)),
                fields=["valid_to"],
                name="premises_contact_ended",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["main", "head", "epidemic", "safety"])),
                name="premises_contact_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="premises_contact_dates",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("premises", "role"),
                name="premises_contact_one_per_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="refusedrow",
            constraint=models.UniqueConstraint(fields=("batch", "row_no"), name="premises_refused_once"),
        ),
        migrations.AddIndex(
            model_name="staffmember",
            index=models.Index(fields=["premises", "id"], name="premises_staff_list"),
        ),
        migrations.AddIndex(
            model_name="staffmember",
            index=models.Index(
                condition=models.Q(("id_no_index", b""), _negated=True),
                fields=["id_no_index"],
                name="premises_staff_id_no",
            ),
        ),
        migrations.AddIndex(
            model_name="staffmember",
            index=models.Index(
                condition=models.Q(("valid_to__isnull", False)),
                fields=["valid_to"],
                name="premises_staff_ended",
            ),
        ),
        migrations.AddConstraint(
            model_name="staffmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="premises_staff_dates",
            ),
        ),
        migrations.AddConstraint(
            model_name="staffmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("premises", "person_index"),
                name="premises_staff_once",
            ),
        ),
        migrations.AddIndex(
            model_name="premises",
            index=models.Index(
                condition=models.Q(("dedicated_grid__isnull", False)),
                fields=["dedicated_grid", "sort_key", "id"],
                name="premises_own_grid",
            ),
        ),
        migrations.RunSQL(SEARCH, SEARCH_BACK),
        migrations.RunSQL(WALL, WALL_BACK),
    ]
