"""The second wall around answers: a post sees what its own phones were answered; the worker sees all."""

from django.db import migrations

WORKER = """(SELECT current_setting('wangge.scope', true)) = 'all'
        AND coalesce((SELECT current_setting('wangge.post', true)), '') = ''"""
POST = "(SELECT nullif(current_setting('wangge.post', true), '')::bigint)"

FORWARD = f"""
ALTER TABLE sync_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY sync_answer_own ON sync_answer USING (post_id = {POST} OR ({WORKER}));
"""
BACKWARD = """
DROP POLICY IF EXISTS sync_answer_own ON sync_answer;
ALTER TABLE sync_answer DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("sync", "0001_changes_and_answers")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
