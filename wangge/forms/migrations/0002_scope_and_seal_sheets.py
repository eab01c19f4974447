# ruff: noqa: S608
"""Sheets know where they belong and who sent them; personal answers are sealed; the second wall."""

import django.db.models.deletion
from django.db import migrations, models

SCOPE = "(SELECT current_setting('wangge.scope', true))"
AREAS = "(SELECT string_to_array(nullif(current_setting('wangge.areas', true), ''), ','))::bigint[]"
AGENCIES = "(SELECT string_to_array(nullif(current_setting('wangge.agencies', true), ''), ','))::bigint[]"
POST = "(SELECT nullif(current_setting('wangge.post', true), '')::bigint)"
WALL = f"""
ALTER TABLE forms_answersheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY forms_answersheet_scope ON forms_answersheet USING (
    {SCOPE} = 'all' OR post_id = {POST}
    OR ({SCOPE} = 'area'
        AND (town_id = ANY ({AREAS}) OR village_id = ANY ({AREAS}) OR grid_id = ANY ({AREAS})))
    OR ({SCOPE} = 'agency' AND (agency_id = ANY ({AGENCIES}) OR EXISTS (
        SELECT 1 FROM forms_formversion v JOIN forms_form f ON f.id = v.form_id
        WHERE v.id = forms_answersheet.version_id AND f.agency_id = ANY ({AGENCIES})))));
"""
WALL_BACK = """
DROP POLICY forms_answersheet_scope ON forms_answersheet;
ALTER TABLE forms_answersheet DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("forms", "0001_forms_versions_sheets"),
        ("territory", "0002_served_district_and_stamp"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="answersheet",
            name="forms_answe_version_1844c2_idx",
        ),
        migrations.AddField(
            model_name="answersheet",
            name="agency_id",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="answersheet",
            name="grid",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="territory.area",
            ),
        ),
        migrations.AddField(
            model_name="answersheet",
            name="post_id",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="answersheet",
            name="sealed",
            field=models.BinaryField(default=b""),
        ),
        migrations.AddField(
            model_name="answersheet",
            name="town",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="territory.area",
            ),
        ),
        migrations.AddField(
            model_name="answersheet",
            name="village",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="territory.area",
            ),
        ),
        migrations.AddField(
            model_name="formversion",
            name="needed_until",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="answersheet",
            index=models.Index(fields=["version", "-received_at", "-id"], name="forms_sheet_newest"),
        ),
        migrations.AddIndex(
            model_name="answersheet",
            index=models.Index(fields=["version", "town", "-received_at", "-id"], name="forms_sheet_town"),
        ),
        migrations.AddIndex(
            model_name="answersheet",
            index=models.Index(
                fields=["version", "village", "-received_at", "-id"], name="forms_sheet_village"
            ),
        ),
        migrations.AddIndex(
            model_name="answersheet",
            index=models.Index(fields=["post_id", "-received_at", "-id"], name="forms_sheet_mine"),
        ),
        migrations.AddIndex(
            model_name="answersheet",
            index=models.Index(
                condition=models.Q(("sealed", b""), _negated=True),
                fields=["received_at"],
                name="forms_sheet_to_erase",
            ),
        ),
        migrations.RunSQL(WALL, WALL_BACK),
    ]
