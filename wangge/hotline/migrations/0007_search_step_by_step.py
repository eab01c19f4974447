"""Search walks back in bounded steps: over all texts, or over the ids of a filtered list."""

from django.db import migrations

FUNCTIONS = """
DROP FUNCTION hotline_words_newest(tsquery, timestamptz, bigint, int);

CREATE FUNCTION hotline_words_recent(q tsquery, before timestamptz, before_id bigint, scan int, most int)
RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_bitmapscan = off AS $$
    SELECT w.ticket_id FROM (
        SELECT t.ticket_id, t.tokens FROM hotline_tickettext t
        WHERE t.received_at <= before AND (t.received_at < before OR t.ticket_id < before_id)
        ORDER BY t.received_at DESC, t.ticket_id DESC LIMIT scan) w
    WHERE w.tokens @@ q LIMIT most
$$;

CREATE FUNCTION hotline_words_edge(before timestamptz, before_id bigint, scan int)
RETURNS TABLE (at timestamptz, id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_bitmapscan = off AS $$
    SELECT t.received_at, t.ticket_id FROM hotline_tickettext t
    WHERE t.received_at <= before AND (t.received_at < before OR t.ticket_id < before_id)
    ORDER BY t.received_at DESC, t.ticket_id DESC OFFSET scan - 1 LIMIT 1
$$;

CREATE FUNCTION hotline_words_among(q tsquery, ids bigint[]) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_bitmapscan = off AS $$
    SELECT t.ticket_id FROM hotline_tickettext t WHERE t.ticket_id = ANY (ids) AND t.tokens @@ q
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("hotline", "0006_standing_tickets")]
    operations = [migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop)]
