"""Who sees what, by query and by the database itself; what is found by which words."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from wangge.kit import subjects
from wangge.kit.errors import Forbidden, NotFound
from wangge.org.services.scope import variables_of
from wangge.org.testing import Person, a_person, an_agency
from wangge.premises import queries, services, testing
from wangge.premises.models import Premises
from wangge.premises.queries import PremisesFilter
from wangge.premises.services import StaffDraft
from wangge.territory import queries as territory
from wangge.territory.testing import a_grid, a_town, a_village

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
TABLES = ("premises", "premisesmove", "contact", "staffmember", "liaisonpair")


def seen_by(person: Person) -> set[int]:
    return set(queries.premises_visible_to(person.actor).values_list("pk", flat=True))


@pytest.fixture
def world(cast: Cast) -> dict[str, Premises]:
    """One in the grid of 张, one in that of 薛, one in another town; 柏 looks after the last."""
    a_town("平潮镇")
    rows = {
        "zhang": testing.a_premises("示例甲家纺有限公司", area_id=cast["zhang"].actor.area_id),
        "xue": testing.a_premises("示例乙机械有限公司", area_id=cast["xue"].actor.area_id),
        "far": testing.a_premises("示例丙建设工地", kind="construction", area_id=a_town("平潮镇").id),
    }
    services.pair_liaison(actor=cast["leader"].actor, post_id=cast["bo"].post.pk, premises_id=rows["far"].pk)
    for row in rows.values():
        services.put_staff(actor=testing.TESTER, premises_id=row.pk, members=[StaffDraft("季样本")])
    return rows


def test_everybody_sees_the_own_part(cast: Cast, world: dict[str, Premises]) -> None:
    ids = {name: row.pk for name, row in world.items()}
    for who in ("zhou", "mo", "dai", "leader"):
        assert seen_by(cast[who]) == set(ids.values()), who
    assert seen_by(cast["zhang"]) == {ids["zhang"]}
    assert seen_by(cast["xue"]) == {ids["xue"]}
    assert seen_by(cast["xia"]) == {ids["zhang"], ids["xue"]}
    assert seen_by(cast["bo"]) == {ids["far"]}
    assert seen_by(cast["ji"]) == set()
    for role in ("auditor", "knowledge_keeper", "volunteer", "sampler", "sysadmin"):
        assert seen_by(a_person(role, an_agency())) == set(), role
    words = set()
    for pk in (10**9, ids["xue"]):
        with pytest.raises(NotFound) as refusal:
            queries.record_for(cast["zhang"].actor, pk)
        words.add(refusal.value.message)
    assert len(words) == 1
    with pytest.raises(NotFound):
        subjects.card(cast["ji"].actor, f"premises.premises:{ids['far']}")
    assert subjects.card(cast["bo"].actor, f"premises.premises:{ids['far']}").title == "示例丙建设工地"


def counts_for(person: Person) -> list[int]:
    """Rows of each table as the database gives them to this person."""
    found = []
    with transaction.atomic(), connection.cursor() as cursor:
        names = ("scope", "areas", "agencies", "account", "post")
        for name, value in zip(names, variables_of(person.actor), strict=True):
            cursor.execute("SELECT set_config(%s, %s, true)", [f"wangge.{name}", value])
        cursor.execute("SET LOCAL ROLE wangge_web")
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM premises_{table}")
            found.append(cursor.fetchone()[0])
        cursor.execute("SELECT count(*) FROM premises_premisestext")
        assert cursor.fetchone()[0] == 0
        cursor.execute("RESET ROLE")
        for name in names:
            cursor.execute("SELECT set_config(%s, '', true)", [f"wangge.{name}"])
    return found


def test_the_database_repeats_the_scope(cast: Cast, world: dict[str, Premises]) -> None:
    assert counts_for(cast["mo"]) == [3, 3, 3, 3, 1]
    assert counts_for(cast["zhang"]) == [1, 1, 1, 1, 0]
    assert counts_for(cast["xia"]) == [2, 2, 2, 2, 0]
    assert counts_for(cast["bo"]) == [1, 1, 1, 1, 1]
    assert counts_for(cast["ji"]) == [0, 0, 0, 0, 0]
    assert counts_for(a_person("auditor", an_agency())) == [0, 0, 0, 0, 0]


def test_a_liaison_of_the_same_village_sees_by_pair_and_not_by_area(
    cast: Cast, world: dict[str, Premises]
) -> None:
    grid = territory.area(cast["zhang"].actor.area_id or 0)
    assert cast["bo"].actor.area_id == grid.village_id
    assert counts_for(cast["bo"])[0] == 1
    assert seen_by(cast["bo"]) == {world["far"].pk}


def found(person: Person, text: str, **more: object) -> list[str]:
    page = queries.premises_list(person.actor, PremisesFilter(text=text, **more))  # type: ignore[arg-type]
    return [row.name for row in page.items]


def test_names_are_found_by_characters_pinyin_initials_and_code(
    cast: Cast, world: dict[str, Premises]
) -> None:
    mo = cast["mo"]
    jia, yi, bing = (world[w].name for w in ("zhang", "xue", "far"))
    for text in ("甲家纺", "shilijia", "jiajiafang", "sljjf", "示例甲家纺有限公司", "jiaf"):
        assert found(mo, text) == [jia], text
    assert found(mo, "机械") == [yi]
    assert found(mo, "示例") == [bing, jia, yi]
    assert found(mo, world["far"].credit_code[:-1]) == [bing]
    assert found(mo, world["far"].credit_code.lower()) == [bing]
    assert found(mo, "月亮") == found(mo, "' | 'w") == found(mo, "qq") == []
    assert found(mo, "示例", kind="construction") == [bing]
    assert found(mo, "示例", town=world["zhang"].town_id) == [jia, yi]
    assert found(mo, "示例", kind="' | '@town:1") == []


def test_a_search_stays_in_the_own_scope(cast: Cast, world: dict[str, Premises]) -> None:
    assert found(cast["zhang"], "示例") == [world["zhang"].name]
    assert found(cast["bo"], "示例") == [world["far"].name]
    assert found(cast["bo"], "甲家纺") == []
    assert found(cast["zhang"], world["far"].credit_code) == []
    with pytest.raises(Forbidden):
        found(a_person("auditor", an_agency()), "示例")


def test_a_list_goes_on_by_name_where_it_stopped(cast: Cast) -> None:
    grid = a_grid(a_village())
    names = [f"示例{c}家纺有限公司" for c in "辛丙丁乙甲己"]
    for name in names:
        testing.a_premises(name, area_id=grid.id)
    got, cursor = list[str](), ""
    while True:
        page = queries.premises_list(
            cast["mo"].actor, PremisesFilter(town=grid.town_id), cursor=cursor, limit=2
        )
        got += [row.name[2] for row in page.items]
        if page.next_cursor is None:
            break
        cursor = page.next_cursor
    assert got == list("丙丁甲己辛乙")


def test_targets_of_a_campaign_are_the_active_ones(cast: Cast, world: dict[str, Premises]) -> None:
    towns = [world["zhang"].town_id, world["far"].town_id]
    assert set(queries.select()) == {row.pk for row in world.values()}
    assert set(queries.select(kinds=("construction",))) == {world["far"].pk}
    assert set(queries.select(town_ids=towns[:1])) == {world["zhang"].pk, world["xue"].pk}
    assert queries.select(text="jixie") == [world["xue"].pk]
    assert queries.select(above_scale=True) == []
    services.close_premises(actor=cast["leader"].actor, premises_id=world["far"].pk, reason="竣工")
    assert queries.select(kinds=("construction",)) == []
    assert found(cast["mo"], "工地") == []
    assert found(cast["mo"], "工地", status="closed") == [world["far"].name]


def test_uploaded_lists_find_their_premises(cast: Cast, world: dict[str, Premises]) -> None:
    far = world["far"]
    assert queries.ids_by_codes([far.credit_code, "", "x"]) == {far.credit_code: far.pk}
    assert queries.ids_by_names([far.name, "没有"]) == {(far.name, far.town_id): far.pk}
    assert queries.ids_by_names([far.name], [world["zhang"].town_id]) == {}


def test_a_list_costs_the_same_statements_for_one_row_and_for_many(
    cast: Cast, world: dict[str, Premises], django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        queries.premises_list(cast["mo"].actor)
    with django_assert_num_queries(3):  # type: ignore[operator]
        queries.premises_list(cast["mo"].actor, PremisesFilter(text="示例"))
    with django_assert_num_queries(2):  # type: ignore[operator]
        queries.cards([row.pk for row in world.values()])
