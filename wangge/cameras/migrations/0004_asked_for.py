"""When somebody last asked for a point that is not selected: the gateway keeps it for a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cameras", "0003_row_scope")]
    operations = [
        migrations.AddField("videopoint", "asked_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "videopoint",
            models.Index(
                fields=["asked_at"],
                condition=models.Q(("asked_at__isnull", False)),
                name="cameras_point_asked",
            ),
        ),
    ]
