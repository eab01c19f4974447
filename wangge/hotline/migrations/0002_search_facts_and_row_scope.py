# ruff: noqa: S608
"""What the tables need in SQL: search by bounded candidates, the facts view, the second wall, topics.

Row policies compare with equality, ``= ANY`` and ``EXISTS`` only and read the scope through scalar
subselects, so that they cost next to nothing. Operators that are not leakproof (``@@``, ``&&``) could
use no index behind a policy; therefore the tokens are read and written by functions of the owner that
give out ids and moments only: every row is fetched again through the policy.
"""

from django.db import migrations

SEARCH = """
CREATE FUNCTION hotline_index_words(ticket bigint, at timestamptz, words text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    INSERT INTO hotline_tickettext (ticket_id, received_at, tokens)
    VALUES (ticket, at, array_to_tsvector(array_remove(string_to_array(words, ' '), '')))
    ON CONFLICT (ticket_id) DO UPDATE SET tokens = excluded.tokens
$$;

CREATE FUNCTION hotline_words_few(q tsquery, most int) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
    SELECT ticket_id FROM hotline_tickettext WHERE tokens @@ q LIMIT most
$$;

CREATE FUNCTION hotline_words_newest(q tsquery, before timestamptz, before_id bigint, most int)
RETURNS TABLE (id bigint, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_bitmapscan = off AS $$
    SELECT t.ticket_id, t.received_at FROM hotline_tickettext t
    WHERE t.received_at <= before AND (t.received_at < before OR t.ticket_id < before_id) AND t.tokens @@ q
    ORDER BY t.received_at DESC, t.ticket_id DESC LIMIT most
$$;
"""
SEARCH_BACK = """
DROP FUNCTION hotline_index_words(bigint, timestamptz, text);
DROP FUNCTION hotline_words_few(tsquery, int);
DROP FUNCTION hotline_words_newest(tsquery, timestamptz, bigint, int);
"""

FACTS = """
CREATE VIEW hotline_ticket_facts WITH (security_invoker = true) AS
SELECT t.id, t.received_at, t.received_day, t.channel, t.kind, t.topic, c.path AS category, t.category_id,
    t.urgency, t.town_id, t.village_id, t.grid_id, t.direct,
    t.dispatched_at IS NOT NULL AS dispatched,
    t.status = 'refused' AS refused,
    t.dispatched_at, t.sign_due, t.signed_at, t.sign_late, t.reply_due, t.replied_at, t.late,
    t.callback_effective, t.satisfaction, t.unit_satisfaction, t.operator_satisfaction, t.solved, t.fit,
    t.excluded, t.closed_at, t.status, t.open, t.returns, t.redo_count, t.lead_agency_id, t.confidential,
    t.source
FROM hotline_ticket t LEFT JOIN hotline_category c ON c.id = t.category_id;
"""

SCOPE = "(SELECT current_setting('wangge.scope', true))"
AREAS = "(SELECT string_to_array(nullif(current_setting('wangge.areas', true), ''), ','))::bigint[]"
AGENCIES = "(SELECT string_to_array(nullif(current_setting('wangge.agencies', true), ''), ','))::bigint[]"
SEES = f"""
    {SCOPE} = 'all'
    OR ({SCOPE} = 'area' AND (town_id = ANY ({AREAS}) OR village_id = ANY ({AREAS})
        OR (grid_id = ANY ({AREAS}) AND open)))
    OR ({SCOPE} IN ('agency', 'area') AND EXISTS (
        SELECT 1 FROM hotline_ticketunit u
        WHERE u.ticket_id = hotline_ticket.id AND u.agency_id = ANY ({AGENCIES})))
"""
CHILDREN = {
    "hotline_ticketmove": "row_id",
    "hotline_ticketrequest": "ticket_id",
    "hotline_disposal": "ticket_id",
    "hotline_callback": "ticket_id",
    "hotline_supervision": "ticket_id",
    "hotline_follow": "ticket_id",
}
WALL = f"""
CREATE FUNCTION hotline_sees(wanted bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT 1 FROM hotline_ticket WHERE id = wanted AND ({SEES}))
$$;
ALTER TABLE hotline_ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY hotline_ticket_scope ON hotline_ticket USING ({SEES});
ALTER TABLE hotline_ticketunit ENABLE ROW LEVEL SECURITY;
CREATE POLICY hotline_ticketunit_scope ON hotline_ticketunit
    USING ({SCOPE} = 'all' OR agency_id = ANY ({AGENCIES}) OR ({SCOPE} = 'area' AND hotline_sees(ticket_id)))
    WITH CHECK ({SCOPE} = 'all' OR ({SCOPE} IN ('agency', 'area') AND hotline_sees(ticket_id)));
ALTER TABLE hotline_tickettext ENABLE ROW LEVEL SECURITY;
""" + "".join(
    f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\n"
    f"CREATE POLICY {table}_scope ON {table} USING ({SCOPE} = 'all' OR hotline_sees({column}));\n"
    for table, column in CHILDREN.items()
)
WALL_BACK = (
    "".join(
        f"DROP POLICY {table}_scope ON {table};\nALTER TABLE {table} DISABLE ROW LEVEL SECURITY;\n"
        for table in ("hotline_ticket", "hotline_ticketunit", *CHILDREN)
    )
    + "ALTER TABLE hotline_tickettext DISABLE ROW LEVEL SECURITY;\nDROP FUNCTION hotline_sees(bigint);\n"
)

TOPICS = """
INSERT INTO hotline_topic (code, name, parent_code, position, active) VALUES
    ('epidemic', '疫情防控', '', 10, true),
    ('epidemic_policy', '政策咨询', 'epidemic', 11, true),
    ('epidemic_help', '求助帮扶', 'epidemic', 12, true),
    ('epidemic_complaint', '投诉举报', 'epidemic', 13, true)
ON CONFLICT (code) DO NOTHING;
"""


class Migration(migrations.Migration):
    dependencies = [("hotline", "0001_tickets")]
    operations = [
        migrations.RunSQL(SEARCH, SEARCH_BACK),
        migrations.RunSQL(FACTS, "DROP VIEW hotline_ticket_facts"),
        migrations.RunSQL(WALL, WALL_BACK),
        migrations.RunSQL(TOPICS, "DELETE FROM hotline_topic WHERE code LIKE 'epidemic%'"),
    ]
