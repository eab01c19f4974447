"""The second wall around messages: a post sees its own and its agency's; the worker sees all."""

from django.db import migrations

WORKER = """(SELECT current_setting('wangge.scope', true)) = 'all'
        AND coalesce((SELECT current_setting('wangge.post', true)), '') = ''"""
POST = "(SELECT nullif(current_setting('wangge.post', true), '')::bigint)"
AGENCIES = "(SELECT string_to_array(nullif(current_setting('wangge.agencies', true), ''), ','))::bigint[]"

FORWARD = f"""
ALTER TABLE notify_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY notify_message_read ON notify_message FOR SELECT USING (
    to_post_id = {POST} OR to_agency_id = ANY ({AGENCIES}) OR ({WORKER}));
CREATE POLICY notify_message_send ON notify_message FOR INSERT WITH CHECK (true);
CREATE POLICY notify_message_erase ON notify_message FOR DELETE USING ({WORKER});
ALTER TABLE notify_messageread ENABLE ROW LEVEL SECURITY;
CREATE POLICY notify_messageread_own ON notify_messageread USING (post_id = {POST} OR ({WORKER}));
ALTER TABLE notify_outgoingtext ENABLE ROW LEVEL SECURITY;
CREATE POLICY notify_outgoingtext_work ON notify_outgoingtext USING ({WORKER});
CREATE POLICY notify_outgoingtext_send ON notify_outgoingtext FOR INSERT WITH CHECK (true);
"""
BACKWARD = """
DROP POLICY IF EXISTS notify_message_read ON notify_message;
DROP POLICY IF EXISTS notify_message_send ON notify_message;
DROP POLICY IF EXISTS notify_message_erase ON notify_message;
DROP POLICY IF EXISTS notify_messageread_own ON notify_messageread;
DROP POLICY IF EXISTS notify_outgoingtext_work ON notify_outgoingtext;
DROP POLICY IF EXISTS notify_outgoingtext_send ON notify_outgoingtext;
ALTER TABLE notify_message DISABLE ROW LEVEL SECURITY;
ALTER TABLE notify_messageread DISABLE ROW LEVEL SECURITY;
ALTER TABLE notify_outgoingtext DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("notify", "0001_messages")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
