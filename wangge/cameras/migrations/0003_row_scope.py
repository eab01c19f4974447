"""The second wall: who may see which points."""

from django.db import migrations

SCOPE = "(SELECT current_setting('wangge.scope', true))"
AREAS = "(SELECT string_to_array(nullif(current_setting('wangge.areas', true), ''), ','))::bigint[]"
AGENCIES = "(SELECT string_to_array(nullif(current_setting('wangge.agencies', true), ''), ','))::bigint[]"
WALL = f"""
ALTER TABLE cameras_videopoint ENABLE ROW LEVEL SECURITY;
CREATE POLICY cameras_videopoint_scope ON cameras_videopoint USING (
    {SCOPE} = 'all'
    OR ({SCOPE} = 'area' AND (town_id = ANY ({AREAS}) OR village_id = ANY ({AREAS})
        OR grid_id = ANY ({AREAS})))
    OR ({SCOPE} = 'agency' AND (agency_id = ANY ({AGENCIES}) OR EXISTS (
        SELECT 1 FROM cameras_cameraright r
        WHERE r.agency_id = ANY ({AGENCIES}) AND r.ended_at IS NULL
          AND (r.town_id IS NULL OR r.town_id = cameras_videopoint.town_id)
          AND (r.classes = '{{}}' OR cameras_videopoint.klass = ANY (r.classes))))));
ALTER TABLE cameras_screeningdecision ENABLE ROW LEVEL SECURITY;
CREATE POLICY cameras_screeningdecision_scope ON cameras_screeningdecision USING ({SCOPE} = 'all');
"""  # noqa: S608
BACK = """
DROP POLICY cameras_videopoint_scope ON cameras_videopoint;
ALTER TABLE cameras_videopoint DISABLE ROW LEVEL SECURITY;
DROP POLICY cameras_screeningdecision_scope ON cameras_screeningdecision;
ALTER TABLE cameras_screeningdecision DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("cameras", "0002_points_screening_rights")]
    operations = [migrations.RunSQL(WALL, BACK)]
