"""The facts carry the ticket's number and never a missing category, for the rows behind a figure."""

from django.db import migrations

VIEW = """
DROP VIEW hotline_ticket_facts;
CREATE VIEW hotline_ticket_facts WITH (security_invoker = true) AS
SELECT t.id, t.no, t.received_at, t.received_day, t.channel, t.kind, t.topic,
    coalesce(c.path, '') AS category, t.category_id, t.urgency, t.town_id, t.village_id, t.grid_id, t.direct,
    t.dispatched_at IS NOT NULL AS dispatched,
    t.status = 'refused' AS refused,
    t.dispatched_at, t.sign_due, t.signed_at, t.sign_late, t.reply_due, t.replied_at, t.late,
    t.callback_effective, t.satisfaction, t.unit_satisfaction, t.operator_satisfaction, t.solved, t.fit,
    t.excluded, t.closed_at, t.status, t.open, t.returns, t.redo_count, t.lead_agency_id, t.confidential,
    t.source
FROM hotline_ticket t LEFT JOIN hotline_category c ON c.id = t.category_id;
DO $$ BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'wangge_web') THEN
        GRANT SELECT ON hotline_ticket_facts TO wangge_web;
    END IF;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("hotline", "0003_callers_fade")]
    operations = [migrations.RunSQL(VIEW, migrations.RunSQL.noop)]
