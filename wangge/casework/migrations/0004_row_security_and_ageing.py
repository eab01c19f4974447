"""The second wall, and the one way out of an append-only table: age.

Whoever has passed the log-in (any scope) may reach these rows: the business that owns the subject is
the gate, and a part below it cannot look up at the ticket's area or agencies. Without a scope, which
is what a stolen connection has, there is nothing.
"""

from django.db import migrations

TABLES = ("assignment", "assignmentmove", "clock", "clockchange", "timelineentry")
SCOPED = "coalesce((SELECT current_setting('wangge.scope', true)), '') <> ''"
WALL = "".join(
    f"""
ALTER TABLE casework_{table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY casework_{table}_scoped ON casework_{table} USING ({SCOPED}) WITH CHECK ({SCOPED});
"""
    for table in TABLES
)
UNWALL = "".join(
    f"""
DROP POLICY casework_{table}_scoped ON casework_{table};
ALTER TABLE casework_{table} DISABLE ROW LEVEL SECURITY;
"""
    for table in TABLES
)
AGEING = """
CREATE OR REPLACE FUNCTION casework_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- the retention class: a ticket's papers live five years, then they may be erased
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '5 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
"""
AGELESS = """
CREATE OR REPLACE FUNCTION casework_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the timeline only grows';
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_told_by_day_open_once")]
    operations = [migrations.RunSQL(WALL, UNWALL), migrations.RunSQL(AGEING, AGELESS)]
