"""Briefs are for the whole-district roles; a signed one never changes; the first score scheme."""

from django.db import migrations

FORWARD = """
ALTER TABLE reports_brief ENABLE ROW LEVEL SECURITY;
CREATE POLICY reports_brief_district ON reports_brief
    USING ((SELECT current_setting('wangge.scope', true)) = 'all');
ALTER TABLE reports_briefmove ENABLE ROW LEVEL SECURITY;
CREATE POLICY reports_briefmove_district ON reports_briefmove
    USING ((SELECT current_setting('wangge.scope', true)) = 'all');
CREATE FUNCTION reports_brief_keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a signed brief never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER reports_brief_signed_for_good BEFORE UPDATE OR DELETE ON reports_brief
    FOR EACH ROW WHEN (OLD.status = 'signed') EXECUTE FUNCTION reports_brief_keep_signed();
INSERT INTO reports_scorescheme (valid_from, document, parts) VALUES ('2020-01-01',
    '初始方案(提议),待主管部门确认', '[
    {"code": "on_time_dispatched", "label": "按时办结", "full": "25"},
    {"code": "satisfaction_rated", "label": "群众满意",
     "full": "25", "target": "98", "slope": "0.5", "floor": "12.5"},
    {"code": "sign_rate", "label": "及时签收", "full": "20"}]')
ON CONFLICT (valid_from) DO NOTHING;
"""
BACKWARD = """
DELETE FROM reports_scorescheme WHERE valid_from = '2020-01-01';
DROP TRIGGER IF EXISTS reports_brief_signed_for_good ON reports_brief;
DROP FUNCTION IF EXISTS reports_brief_keep_signed();
DROP POLICY IF EXISTS reports_briefmove_district ON reports_briefmove;
ALTER TABLE reports_briefmove DISABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS reports_brief_district ON reports_brief;
ALTER TABLE reports_brief DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_briefs_and_schemes")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
