"""One district is the served one; the tree's version is a stamp that never comes twice."""

import uuid

from django.db import migrations, models

# A house that holds one district serves it. Safe to run again.
SERVE_THE_ONLY_ONE = """
UPDATE territory_area SET is_served = true
 WHERE kind = 'district' AND valid_to IS NULL
   AND (SELECT count(*) FROM territory_area WHERE kind = 'district' AND valid_to IS NULL) = 1
"""


class Migration(migrations.Migration):
    dependencies = [("territory", "0001_areas")]

    operations = [
        migrations.AddField("area", "is_served", models.BooleanField(default=False)),
        migrations.RunSQL(SERVE_THE_ONLY_ONE, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "area",
            models.CheckConstraint(
                condition=models.Q(is_served=False) | models.Q(kind="district", valid_to__isnull=True),
                name="area_served",
            ),
        ),
        migrations.AddConstraint(
            "area",
            models.UniqueConstraint(
                fields=["is_served"], condition=models.Q(is_served=True), name="area_served_once"
            ),
        ),
        migrations.AddIndex("area", models.Index(fields=["district_id", "kind"], name="area_district")),
        migrations.RemoveField("treeversion", "number"),
        migrations.AddField(
            "treeversion", "stamp", models.UUIDField(default=uuid.uuid4), preserve_default=False
        ),
    ]
