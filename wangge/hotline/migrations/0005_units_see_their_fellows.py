"""Whoever sees a ticket sees every unit of it: a unit that adds another must read the row it writes."""

from django.db import migrations

SCOPE = "(SELECT current_setting('wangge.scope', true))"
AGENCIES = "(SELECT string_to_array(nullif(current_setting('wangge.agencies', true), ''), ','))::bigint[]"
POLICY = f"""
DROP POLICY hotline_ticketunit_scope ON hotline_ticketunit;
CREATE POLICY hotline_ticketunit_scope ON hotline_ticketunit
    USING ({SCOPE} = 'all' OR agency_id = ANY ({AGENCIES}) OR hotline_sees(ticket_id))
    WITH CHECK ({SCOPE} = 'all' OR ({SCOPE} IN ('agency', 'area') AND hotline_sees(ticket_id)));
"""


class Migration(migrations.Migration):
    dependencies = [("hotline", "0004_facts_with_numbers")]
    operations = [migrations.RunSQL(POLICY, migrations.RunSQL.noop)]
