"""Short daily numbers nobody waits for, and a timeline that can only grow."""

from django.db import migrations

NUMBERS = """
CREATE SEQUENCE casework_number_seq;
CREATE FUNCTION casework_day_number(wanted_kind text, wanted_day date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  start bigint;
  value bigint := nextval('casework_number_seq');
BEGIN
  SELECT base INTO start FROM casework_daynumber WHERE kind = wanted_kind AND day = wanted_day;
  IF start IS NULL THEN
    INSERT INTO casework_daynumber (kind, day, base) VALUES (wanted_kind, wanted_day, value - 1)
      ON CONFLICT DO NOTHING;
    SELECT base INTO start FROM casework_daynumber WHERE kind = wanted_kind AND day = wanted_day;
  END IF;
  -- who drew a value before the first of the day stored its own draws again
  WHILE value <= start LOOP
    value := nextval('casework_number_seq');
  END LOOP;
  RETURN value - start;
END $$;
"""

APPEND_ONLY = """
CREATE FUNCTION casework_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the timeline only grows';
END $$;
CREATE TRIGGER casework_timeline_only_grows BEFORE UPDATE OR DELETE ON casework_timelineentry
  FOR EACH ROW EXECUTE FUNCTION casework_only_grows();
CREATE TRIGGER casework_moves_only_grow BEFORE UPDATE OR DELETE ON casework_assignmentmove
  FOR EACH ROW EXECUTE FUNCTION casework_only_grows();
CREATE TRIGGER casework_changes_only_grow BEFORE UPDATE OR DELETE ON casework_clockchange
  FOR EACH ROW EXECUTE FUNCTION casework_only_grows();
"""

UNDO = """
DROP FUNCTION casework_day_number(text, date);
DROP SEQUENCE casework_number_seq;
DROP TRIGGER casework_timeline_only_grows ON casework_timelineentry;
DROP TRIGGER casework_moves_only_grow ON casework_assignmentmove;
DROP TRIGGER casework_changes_only_grow ON casework_clockchange;
DROP FUNCTION casework_only_grows();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_assignments_clocks_timeline")]
    operations = [migrations.RunSQL(NUMBERS + APPEND_ONLY, UNDO)]
