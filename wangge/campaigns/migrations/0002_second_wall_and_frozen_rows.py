# ruff: noqa: S608
"""The second wall: row policies repeat the reach of posts; what is frozen or written down stays so."""

from django.db import migrations

SCOPE = "(SELECT current_setting('wangge.scope', true))"
POST = "(SELECT nullif(current_setting('wangge.post', true), ''))::bigint"
AREAS = "(SELECT string_to_array(nullif(current_setting('wangge.areas', true), ''), ','))::bigint[]"
AGENCIES = "(SELECT string_to_array(nullif(current_setting('wangge.agencies', true), ''), ','))::bigint[]"
SEES = f"""
    {SCOPE} = 'all'
    OR ({SCOPE} = 'area' AND (town_id = ANY ({AREAS}) OR village_id = ANY ({AREAS})
        OR grid_id = ANY ({AREAS}) OR post_id = {POST}))
    OR ({SCOPE} = 'agency' AND agency_id = ANY ({AGENCIES}))
"""
# a campaign itself holds no row of anybody: whoever has a scope may read its title; its parts follow it
OPEN = ("campaigns_campaign", "campaigns_campaignmove", "campaigns_reminder", "campaigns_sample")
ALL_ONLY = ("campaigns_snapshot", "campaigns_targetupload", "campaigns_targetrefusal")
OWN = {
    "campaigns_target": SEES,
    "campaigns_inspection": SEES,
    "campaigns_liaisonvisit": SEES,
    "campaigns_problem": SEES,
}
CHILDREN = {
    "campaigns_targetmove": ("row_id", "campaigns_target"),
    "campaigns_response": ("target_id", "campaigns_target"),
    "campaigns_inspectionitem": ("inspection_id", "campaigns_inspection"),
    "campaigns_suggestion": ("visit_id", "campaigns_liaisonvisit"),
    "campaigns_problemmove": ("row_id", "campaigns_problem"),
}


def _policy(table: str, condition: str) -> str:
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\n"
        f"CREATE POLICY {table}_scope ON {table} USING ({condition});\n"
    )


def _child(column: str, parent: str) -> str:
    return f"{SCOPE} = 'all' OR EXISTS (SELECT 1 FROM {parent} p WHERE p.id = {column})"


WALL = (
    "".join(_policy(table, f"{SCOPE} <> ''") for table in OPEN)
    + "".join(_policy(table, f"{SCOPE} = 'all'") for table in ALL_ONLY)
    + "".join(_policy(table, condition) for table, condition in OWN.items())
    + "".join(_policy(table, _child(column, parent)) for table, (column, parent) in CHILDREN.items())
)
TABLES = (*OPEN, *ALL_ONLY, *OWN, *CHILDREN)
WALL_BACK = "".join(
    f"DROP POLICY {table}_scope ON {table};\nALTER TABLE {table} DISABLE ROW LEVEL SECURITY;\n"
    for table in TABLES
)

FROZEN = """
CREATE FUNCTION campaigns_snapshot_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.handed_at IS NOT NULL
        OR (to_jsonb(NEW) - '{handed_at,handed_to_id,handed_by}'::text[])
            IS DISTINCT FROM (to_jsonb(OLD) - '{handed_at,handed_to_id,handed_by}'::text[]) THEN
        RAISE EXCEPTION 'a snapshot is frozen' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER campaigns_snapshot_frozen BEFORE UPDATE OR DELETE ON campaigns_snapshot
    FOR EACH ROW EXECUTE FUNCTION campaigns_snapshot_is_frozen();
CREATE FUNCTION campaigns_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'moves only grow' USING ERRCODE = 'check_violation';
END $$;
""" + "".join(
    f"CREATE TRIGGER {table}_grows BEFORE UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION campaigns_only_grows();\n"
    for table in ("campaigns_campaignmove", "campaigns_targetmove", "campaigns_problemmove")
)
# A liaison official sees his own inspections and visits only; which look at a unit is the latest, and how
# often it was visited, are facts of the unit: these two answer with them and nothing else.
UNITS = """
CREATE FUNCTION campaigns_outdate_inspection(unit bigint, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('campaigns.inspection', unit));
    UPDATE campaigns_inspection SET latest = false WHERE premises_id = unit AND latest AND captured_at <= at;
    RETURN NOT EXISTS (SELECT 1 FROM campaigns_inspection WHERE premises_id = unit AND latest);
END $$;
CREATE FUNCTION campaigns_visits_before(unit bigint, campaign bigint) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('campaigns.visit', unit));
    RETURN (SELECT count(*) FROM campaigns_liaisonvisit v
            WHERE v.premises_id = unit AND v.campaign_id = campaign);
END $$;
"""
UNITS_BACK = """
DROP FUNCTION campaigns_outdate_inspection(bigint, timestamptz);
DROP FUNCTION campaigns_visits_before(bigint, bigint);
"""
FROZEN_BACK = """
DROP TRIGGER campaigns_snapshot_frozen ON campaigns_snapshot;
DROP TRIGGER campaigns_campaignmove_grows ON campaigns_campaignmove;
DROP TRIGGER campaigns_targetmove_grows ON campaigns_targetmove;
DROP TRIGGER campaigns_problemmove_grows ON campaigns_problemmove;
DROP FUNCTION campaigns_snapshot_is_frozen();
DROP FUNCTION campaigns_only_grows();
"""


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0001_lists_inspections_problems")]
    operations = [
        migrations.RunSQL(WALL, WALL_BACK),
        migrations.RunSQL(FROZEN, FROZEN_BACK),
        migrations.RunSQL(UNITS, UNITS_BACK),
    ]
