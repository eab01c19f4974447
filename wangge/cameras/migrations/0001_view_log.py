"""Who looked at which camera, and what the gateway reported; the second wall around both."""

from django.db import migrations, models

ALL = "(SELECT current_setting('wangge.scope', true)) = 'all'"

# nobody deletes a view: there is no policy that lets it happen
FORWARD = f"""
ALTER TABLE cameras_cameraview ENABLE ROW LEVEL SECURITY;
CREATE POLICY cameras_cameraview_read ON cameras_cameraview FOR SELECT USING ({ALL});
CREATE POLICY cameras_cameraview_write ON cameras_cameraview FOR INSERT WITH CHECK ({ALL});
CREATE POLICY cameras_cameraview_end ON cameras_cameraview FOR UPDATE USING ({ALL});
ALTER TABLE cameras_gatewayreport ENABLE ROW LEVEL SECURITY;
CREATE POLICY cameras_gatewayreport_all ON cameras_gatewayreport USING ({ALL});
"""
BACKWARD = """
DROP POLICY cameras_cameraview_read ON cameras_cameraview;
DROP POLICY cameras_cameraview_write ON cameras_cameraview;
DROP POLICY cameras_cameraview_end ON cameras_cameraview;
DROP POLICY cameras_gatewayreport_all ON cameras_gatewayreport;
ALTER TABLE cameras_cameraview DISABLE ROW LEVEL SECURITY;
ALTER TABLE cameras_gatewayreport DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CameraView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("view", models.UUIDField(unique=True)),
                ("channel", models.CharField(max_length=64)),
                ("viewer", models.CharField(max_length=60)),
                ("post_id", models.BigIntegerField(null=True)),
                ("purpose", models.CharField(max_length=200)),
                ("mode", models.CharField(max_length=10)),
                ("gateway", models.CharField(default="", max_length=20)),
                ("began_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("why", models.CharField(default="", max_length=20)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["channel", "-id"], name="cameras_view_by_channel"),
                    models.Index(fields=["viewer", "-id"], name="cameras_view_by_viewer"),
                    models.Index(fields=["began_at"], name="cameras_view_by_time"),
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["gateway"],
                        name="cameras_view_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GatewayReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.UUIDField(unique=True)),
                ("kind", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("gateway", models.CharField(default="", max_length=20)),
                ("channel", models.CharField(default="", max_length=64)),
                ("device", models.CharField(default="", max_length=20)),
                ("facts", models.JSONField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "-id"], name="cameras_report_by_kind"),
                    models.Index(fields=["channel", "-id"], name="cameras_report_by_channel"),
                    models.Index(fields=["device", "-id"], name="cameras_report_by_device"),
                    models.Index(fields=["at"], name="cameras_report_by_time"),
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
