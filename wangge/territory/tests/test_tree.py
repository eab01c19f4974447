"""The tree: lineage, grids with their codes, search, the district that is served."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from wangge.kit.actor import Actor, system
from wangge.kit.errors import Conflict, Forbidden, Invalid, NotFound
from wangge.territory import queries, services
from wangge.territory.models import Area
from wangge.territory.services import NewArea
from wangge.territory.testing import a_district, a_grid, a_town, a_village, square

pytestmark = pytest.mark.django_db
ME = system("test")
STRANGER = Actor(kind="post", role="operator")


def test_a_grid_knows_its_whole_lineage() -> None:
    town = a_town("石港镇")
    village = a_village(town)
    grid = a_grid(village)
    assert queries.lineage(grid.id) == queries.Lineage(town.district_id, town.id, village.id, grid.id)
    assert queries.area(grid.id).path_names == ("通州区", "石港镇", village.name, grid.name)
    with pytest.raises(NotFound):
        queries.area(grid.id + 999)


def test_a_grid_never_hangs_under_a_town_and_a_stranger_may_not_draw() -> None:
    town = a_town()
    before = queries.tree_version()
    with pytest.raises(Invalid, match="上级区划的层级不对"):
        services.create_area(actor=ME, new=NewArea("grid", "错", "g", town.id, grid_kind="1"))
    with pytest.raises(Forbidden):
        services.create_area(actor=STRANGER, new=NewArea("village", "错", "v", town.id))
    assert queries.areas("village") == []
    assert queries.tree_version() == before


def test_a_name_and_a_key_are_taken_once() -> None:
    town = a_town("石港镇")
    parent = town.parent_id
    with pytest.raises(Conflict, match="同级已有"):
        services.create_area(actor=ME, new=NewArea("town", "石港镇", "another", parent))
    with pytest.raises(Conflict, match="已存在"):
        services.create_area(actor=ME, new=NewArea("town", "平潮镇", town.key, parent))
    assert [t.id for t in queries.towns()] == [town.id]


def test_a_new_grid_gets_the_next_code_of_its_village_and_keeps_it() -> None:
    village = a_village(a_town("石港镇"))
    codes = [(village.id, "320612110201", village.name)]
    services.add_aliases(actor=ME, source="nbs", edition="2021", codes=codes)
    kinds = ("1", "1", "2")
    made = [services.create_grid(actor=ME, village_id=village.id, grid_kind=kind) for kind in kinds]
    assert [g.key for g in made] == ["3206121102011001", "3206121102011002", "3206121102012001"]
    tails = [g.name.removeprefix(village.name) for g in made]
    assert tails == ["第1网格", "第2网格", "第1专属网格"]
    aliases = queries.aliases([g.id for g in made])
    assert [aliases[g.id][0][2] for g in made] == [
        "01010032061211020101",
        "01010032061211020102",
        "01010032061211020103",
    ]


def test_a_village_without_a_code_cannot_number_its_grids() -> None:
    village = a_village()
    with pytest.raises(Conflict, match="还没有 12 位区划代码"):
        services.create_grid(actor=ME, village_id=village.id, grid_kind="1")
    with pytest.raises(NotFound):
        services.create_grid(actor=ME, village_id=village.parent_id or 0, grid_kind="1")
    assert queries.areas("grid") == []


def test_the_database_refuses_a_second_served_district() -> None:
    home = a_district("通州区")
    other = services.create_area(actor=ME, new=NewArea("district", "海门区", "320614"))
    assert queries.district().id == home.id
    services.serve_district(actor=ME, area_id=other.id)
    assert queries.district().name == "海门区"
    with pytest.raises(IntegrityError, match="area_served_once"):
        Area.objects.filter(pk=home.id).update(is_served=True)


def test_lists_without_a_parent_are_of_the_district_that_is_served() -> None:
    home = a_town("石港镇")
    other = services.create_area(actor=ME, new=NewArea("district", "海门区", "320614"))
    away = services.create_area(actor=ME, new=NewArea("town", "三厂街道", "x", other.id))
    assert [t.id for t in queries.towns()] == [home.id]
    assert [t.id for t in queries.areas("town", other.id)] == [away.id]
    assert len(queries.areas("district")) == 2


def test_areas_are_found_by_name_pinyin_initials_and_code() -> None:
    town = a_town("石港镇", a_district(key="320612"))
    services.add_aliases(actor=ME, source="nbs", edition="2022", codes=[(town.id, "320612110", "石港镇")])
    for text in ("石港", "shigang", "Shi Gang", "sgz", "320612110"):
        assert [c.id for c in queries.search_areas(text)] == [town.id], text
    assert queries.search_areas("  ") == []


def test_a_town_is_not_hidden_by_its_many_grids() -> None:
    town = a_town("金沙街道")
    village = a_village(town, "金沙社区")
    for number in range(25):
        a_grid(village, name=f"金沙社区第{number}网格")
    found = queries.search_areas("金沙")
    assert (len(found), found[0].id, found[1].id) == (20, town.id, village.id)


def test_the_map_shows_towns_freely_and_grids_only_below_something() -> None:
    town = a_town("石港镇", boundary=square(121.0, 32.0, 0.1))
    village = a_village(town, boundary=square(121.0, 32.0, 0.05))
    grid = a_grid(village, square(121.0, 32.0))

    def ids(kind: str, parent_id: int | None = None) -> list[int]:
        return [f["id"] for f in queries.map_features(kind, parent_id)["features"]]

    assert ids("town") == [town.id]
    assert (ids("village"), ids("grid")) == ([], [])
    assert ids("village", town.id) == [village.id]
    assert ids("grid", village.id) == ids("grid", town.id) == [grid.id]


def test_a_list_of_areas_costs_the_same_number_of_questions_for_ten_and_for_one(
    django_assert_num_queries: object,
) -> None:
    village = a_village()
    for count in (1, 10):
        for _ in range(count):
            a_grid(village)
        with django_assert_num_queries(2):  # type: ignore[operator]
            queries.areas("grid", village.id)
