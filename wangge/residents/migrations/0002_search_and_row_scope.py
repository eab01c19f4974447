# ruff: noqa: S608
"""What the tables need in SQL: search by names, known numbers, moves across areas, the second wall.

Comparisons of texts and arrays are not leakproof, so behind a row policy no index could serve them.
Functions of the owner read the name indexes and give out ids only; every row is fetched again through
the policy. Two more reach past the scope on purpose, because a grid worker may register somebody who
is known in another grid: one says whether a number is known, one moves people to another area.
"""

from django.db import migrations

KEYS = ("name", "pinyin", "initials")

PAIRS = """
CREATE FUNCTION residents_pairs(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array(SELECT substr(name, i, 2) FROM generate_series(1, length(name) - 1) i)
$$;
CREATE INDEX residents_p_pairs ON residents_person USING gin (residents_pairs(name))
    WHERE merged_into_id IS NULL;

-- Bitmap scans only: in the order of ids the planner would rather walk the whole register.
CREATE FUNCTION residents_with_pairs(pairs text[], places bigint[], after bigint, most int)
RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
SET enable_seqscan = off SET enable_indexscan = off SET max_parallel_workers_per_gather = 0 AS $$
    SELECT p.id FROM residents_person p
    WHERE p.merged_into_id IS NULL AND residents_pairs(p.name) @> pairs AND p.id > after
        AND (places IS NULL OR p.place_id = ANY (places))
    ORDER BY p.id LIMIT most
$$;
"""


def by_start(key: str) -> str:
    """Two functions that give ids in the order of one key from a place in the list on: in some areas,
    and everywhere. One short index walk per area, so that a common name costs no more than a rare one.
    The operators are those of ``text_pattern_ops``: code point order, whatever the locale."""
    return f"""
CREATE FUNCTION residents_{key}_in(
    places bigint[], low text, high text, after text, after_id bigint, most int)
RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
    SELECT f.id FROM unnest(places) AS a(place) CROSS JOIN LATERAL (
        SELECT p.id, p.{key} AS word FROM residents_person p
        WHERE p.merged_into_id IS NULL AND p.place_id = a.place
            AND p.{key} ~>=~ low AND p.{key} ~<~ high
            AND (p.{key} ~>~ after OR p.id > after_id)
        ORDER BY p.{key} USING ~<~, p.id LIMIT most) f
    ORDER BY f.word USING ~<~, f.id LIMIT most
$$;
CREATE FUNCTION residents_{key}_anywhere(low text, high text, after text, after_id bigint, most int)
RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
    SELECT p.id FROM residents_person p
    WHERE p.merged_into_id IS NULL AND p.{key} ~>=~ low
        AND p.{key} ~<~ high AND (p.{key} ~>~ after OR p.id > after_id)
    ORDER BY p.{key} USING ~<~, p.id LIMIT most
$$;
"""


SEARCH_BACK = (
    "".join(
        f"DROP FUNCTION residents_{key}_in(bigint[], text, text, text, bigint, int);\n"
        f"DROP FUNCTION residents_{key}_anywhere(text, text, text, bigint, int);\n"
        for key in KEYS
    )
    + """
DROP FUNCTION residents_with_pairs(text[], bigint[], bigint, int);
DROP INDEX residents_p_pairs;
DROP FUNCTION residents_pairs(text);
"""
)

BEYOND = """
CREATE FUNCTION residents_known(papers text, number bytea) RETURNS TABLE (id bigint, place_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce(k.id, p.id), coalesce(k.place_id, p.place_id)
    FROM residents_person p LEFT JOIN residents_person k ON k.id = p.merged_into_id
    WHERE p.id_no_index = number AND p.id_type = papers
$$;

CREATE FUNCTION residents_move(
    people bigint[], home bigint, place bigint, town bigint, village bigint, grid bigint, lives_at text,
    at timestamptz)
RETURNS TABLE (id bigint, left_place bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    WITH before AS (SELECT p.id, p.place_id FROM residents_person p WHERE p.id = ANY (people) FOR UPDATE),
    moved_home AS (
        UPDATE residents_household h SET place_id = place, town_id = town, village_id = village,
            grid_id = grid, address = lives_at, version = h.version + 1, changed_at = at
        WHERE h.id = home RETURNING h.id)
    UPDATE residents_person p SET place_id = place, town_id = town, village_id = village, grid_id = grid,
        address = lives_at, presence = CASE WHEN p.presence = 'deceased' THEN p.presence ELSE 'here' END,
        household_id = (SELECT m.id FROM moved_home m),
        relation = CASE WHEN home IS NULL THEN '' ELSE p.relation END,
        version = p.version + 1, changed_at = at
    FROM before b WHERE p.id = b.id
    RETURNING p.id, b.place_id
$$;
"""
BEYOND_BACK = """
DROP FUNCTION residents_known(text, bytea);
DROP FUNCTION residents_move(bigint[], bigint, bigint, bigint, bigint, bigint, text, timestamptz);
"""

SCOPE = "(SELECT current_setting('wangge.scope', true))"
AREAS = "(SELECT string_to_array(nullif(current_setting('wangge.areas', true), ''), ','))::bigint[]"
POST = "(SELECT nullif(current_setting('wangge.post', true), '')::bigint)"
SEES = f"""{SCOPE} = 'all' OR ({SCOPE} = 'area'
    AND (grid_id = ANY ({AREAS}) OR village_id = ANY ({AREAS}) OR town_id = ANY ({AREAS})))"""
PLACED = ("residents_person", "residents_household", "residents_registration")
OF_PERSON = {
    "residents_personphone": "person_id",
    "residents_caretag": "person_id",
    "residents_calllog": "person_id",
    "residents_merge": "kept_id",
}
WALL = (
    "".join(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\n"
        f"CREATE POLICY {table}_scope ON {table} USING ({SEES});\n"
        for table in PLACED
    )
    + "".join(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\n"
        f"CREATE POLICY {table}_scope ON {table} USING ({SCOPE} = 'all'\n"
        f"    OR EXISTS (SELECT 1 FROM residents_person p WHERE p.id = {table}.{column}));\n"
        for table, column in OF_PERSON.items()
    )
    + f"""
ALTER TABLE residents_provenance ENABLE ROW LEVEL SECURITY;
CREATE POLICY residents_provenance_scope ON residents_provenance
    USING ({SCOPE} = 'all' OR EXISTS (SELECT 1 FROM residents_person p WHERE p.id = person_id)
        OR EXISTS (SELECT 1 FROM residents_household h WHERE h.id = household_id))
    WITH CHECK (true);
ALTER TABLE residents_importbatch ENABLE ROW LEVEL SECURITY;
CREATE POLICY residents_importbatch_own ON residents_importbatch
    USING ({SCOPE} = 'all' OR post_id = {POST});
ALTER TABLE residents_refusedrow ENABLE ROW LEVEL SECURITY;
CREATE POLICY residents_refusedrow_own ON residents_refusedrow
    USING ({SCOPE} = 'all' OR EXISTS (
        SELECT 1 FROM residents_importbatch b WHERE b.id = batch_id AND b.post_id = {POST}));
"""
)
OTHERS = ("residents_provenance", "residents_importbatch", "residents_refusedrow")
WALL_BACK = (
    "".join(f"DROP POLICY {table}_scope ON {table};\n" for table in (*PLACED, *OF_PERSON, OTHERS[0]))
    + "".join(f"DROP POLICY {table}_own ON {table};\n" for table in OTHERS[1:])
    + "".join(f"ALTER TABLE {t} DISABLE ROW LEVEL SECURITY;\n" for t in (*PLACED, *OF_PERSON, *OTHERS))
)

KINDS = """
INSERT INTO residents_carekind (code, label, position, active) VALUES
    ('elder_alone', '独居老人', 10, true), ('elder_couple', '空巢老人', 20, true),
    ('disabled', '残疾人', 30, true), ('hardship', '困难家庭', 40, true),
    ('left_child', '留守儿童', 50, true), ('pregnant', '孕产妇', 60, true),
    ('dialysis', '血透患者', 70, true), ('chronic', '慢性病患者', 80, true),
    ('mental', '精神障碍患者', 90, true)
ON CONFLICT (code) DO NOTHING;
"""


class Migration(migrations.Migration):
    dependencies = [("residents", "0001_people")]
    operations = [
        migrations.RunSQL(PAIRS + "".join(by_start(key) for key in KEYS), SEARCH_BACK),
        migrations.RunSQL(BEYOND, BEYOND_BACK),
        migrations.RunSQL(WALL, WALL_BACK),
        migrations.RunSQL(KINDS, "DELETE FROM residents_carekind"),
    ]
