"""The newest of few matches, chosen by what the text table knows: no ticket is read for those left out."""

from django.db import migrations

PAGE = """
CREATE FUNCTION hotline_words_page(q tsquery, few int, before timestamptz, before_id bigint, most int)
RETURNS TABLE (id bigint, known bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
    WITH hits AS MATERIALIZED (
        SELECT ticket_id, received_at FROM hotline_tickettext WHERE tokens @@ q LIMIT few + 1)
    SELECT ticket_id, (SELECT count(*) FROM hits) FROM hits
    WHERE received_at <= before AND (received_at < before OR ticket_id < before_id)
    ORDER BY received_at DESC, ticket_id DESC LIMIT most
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("hotline", "0008_cover_the_facts")]
    operations = [
        migrations.RunSQL(PAGE, "DROP FUNCTION hotline_words_page(tsquery, int, timestamptz, bigint, int);")
    ]
