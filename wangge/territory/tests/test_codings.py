"""The two codings: every row stored or refused, codes that disagree reported and never merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from wangge.kit.actor import Actor, system
from wangge.kit.errors import Forbidden, Invalid
from wangge.territory import queries, services
from wangge.territory.cli import COMMANDS, read_codes
from wangge.territory.models import Area, AreaAlias
from wangge.territory.rules import CodeRow
from wangge.territory.services import CodeReport
from wangge.territory.tests.real import real

pytestmark = pytest.mark.django_db
ME = system("test")


def load(rows: list[tuple[str, str]], source: str, edition: str) -> CodeReport:
    coded = [CodeRow(code, name, line) for line, (code, name) in enumerate(rows, start=2)]
    return services.import_codes(actor=ME, rows=coded, source=source, edition=edition)


def balanced(report: CodeReport) -> bool:
    return report.rows_in == report.stored + len(report.refused)


NBS = [("320612", "通州区"), ("320612002", "兴东街道"), ("320612003", "先锋街道")]


def test_two_codings_that_swap_a_code_are_reported_and_not_merged() -> None:
    first = load(NBS, "nbs", "2022")
    assert (first.rows_in, first.stored, first.refused, first.swapped, first.unmatched) == (3, 3, [], [], [])
    rows = [
        ("320612002", "先锋街道"),
        ("320612003000", "兴东街道"),
        ("32061", "短码"),
        ("320612004", " "),
        ("320612009", "新镇"),
    ]
    second = load(rows, "mca", "2023")
    assert (second.rows_in, second.stored) == (5, 3)
    assert second.refused == [
        (4, "32061", "短码", "区划代码“32061”应为 6、9 或 12 位数字"),
        (5, "320612004", " ", "名称为空"),
    ]
    assert second.swapped == [
        "320612002:本版本为“先锋街道”,nbs 2022 为“兴东街道”",
        "320612003:本版本为“兴东街道”,nbs 2022 为“先锋街道”",
    ]
    assert second.unmatched == ["320612009 新镇"]
    by_name = {c.name: c.id for c in queries.areas("town", Area.objects.get(key="320612").pk)}
    assert queries.aliases(by_name.values())[by_name["先锋街道"]] == [
        ("mca", "2023", "320612002", "先锋街道"),
        ("nbs", "2022", "320612003", "先锋街道"),
    ]
    again = load(rows, "mca", "2023")
    assert (again.stored, again.already, len(again.refused)) == (3, 3, 2)
    assert Area.objects.filter(kind="town").count() == 3


def test_the_order_of_rows_in_a_pack_does_not_matter() -> None:
    rows = [("320612002201", "示范村"), *reversed(NBS)]
    report = load(rows, "nbs", "2021")
    assert (report.rows_in, report.stored, report.refused) == (4, 4, [])
    village = Area.objects.get(name="示范村")
    assert queries.area(village.pk).path_names == ("通州区", "兴东街道", "示范村")


def test_a_village_whose_town_is_in_no_pack_is_refused_and_the_rest_is_stored() -> None:
    report = load([*NBS, ("320612777201", "孤村")], "nbs", "2021")
    assert (report.rows_in, report.stored) == (4, 3)
    assert report.refused == [(5, "320612777201", "孤村", "上级区划 320612777 不在本版本中,请先导入上级数据")]
    assert not Area.objects.filter(name="孤村").exists()


def test_a_code_that_stands_twice_in_an_edition_is_refused_the_second_time() -> None:
    report = load([*NBS, ("320612002", "另一街道"), ("320612003000", "先锋街道")], "nbs", "2021")
    assert balanced(report)
    assert [r[3] for r in report.refused] == [
        "同一代码 320612002 在本文件中已是“兴东街道”",
        "同一代码 320612003 在本文件中已是“先锋街道”",
    ]
    later = load([("320612002", "另一街道")], "nbs", "2021")
    assert [r[3] for r in later.refused] == ["同一代码 320612002 在本版本中已是“兴东街道”"]
    assert AreaAlias.objects.count() == 3


def test_a_town_that_became_a_street_is_one_area_and_told_as_renamed() -> None:
    load([("320612", "通州区"), ("320612120", "川姜镇")], "nbs", "2021")
    report = load([("320612120", "川姜街道")], "nbs", "2024")
    assert report.renamed == ["320612120:本版本为“川姜街道”,nbs 2021 为“川姜镇”"]
    assert (report.swapped, report.unmatched) == ([], [])
    assert Area.objects.filter(kind="town").count() == 1


def test_a_code_whose_other_area_is_missing_here_is_doubtful_not_swapped() -> None:
    load(NBS, "nbs", "2021")
    report = load([("320612", "通州区"), ("320612002", "湖㳇镇")], "nbs", "2022")
    assert report.doubtful == ["320612002:本版本为“湖㳇镇”,nbs 2021 为“兴东街道”"]
    assert report.swapped == []
    assert Area.objects.filter(kind="town").count() == 3


def test_towns_of_one_name_in_two_counties_stay_two() -> None:
    rows = [("320102", "玄武区"), ("320302", "鼓楼区"), ("320106", "鼓楼区"), ("320302001", "中央街道")]
    report = load([*rows, ("320106001", "中央街道")], "nbs", "2021")
    assert report.stored == 5
    assert Area.objects.filter(kind="district", name="鼓楼区").count() == 2
    assert Area.objects.filter(kind="town", name="中央街道").count() == 2


def test_a_very_long_name_is_stored_whole() -> None:
    name = "示范" * 28 + "开发区"
    report = load([*NBS, ("320612009", name)], "nbs", "2021")
    assert (report.stored, report.refused) == (4, [])
    assert Area.objects.get(name=name).short_name == ("示范" * 28)[:30]


def test_a_pack_of_towns_alone_gets_a_county_that_is_named_later() -> None:
    load(NBS[1:], "nbs", "2021")
    county = Area.objects.get(kind="district")
    assert county.name == "320612"
    load(NBS[:1], "nbs", "2021")
    county.refresh_from_db()
    assert (county.name, county.pinyin, county.initials) == ("通州区", "tongzhouqu", "tzq")


def test_the_packs_pinyin_wins_over_our_guess() -> None:
    rows = [CodeRow("320612", "通州区", 2), CodeRow("320612009", "乐余镇", 3, "yue yu")]
    services.import_codes(actor=ME, rows=rows, source="mca", edition="2023")
    area = Area.objects.get(kind="town")
    assert (area.pinyin, area.initials) == ("yueyuzhen", "yyz")


def test_an_import_needs_the_right_and_a_name() -> None:
    with pytest.raises(Forbidden):
        services.import_codes(
            actor=Actor(kind="post", role="operator"), rows=[], source="nbs", edition="2021"
        )
    with pytest.raises(Invalid):
        load(NBS, "", "2021")
    assert Area.objects.count() == 0


def test_a_pack_file_is_read_in_utf_8_and_in_gb18030(tmp_path: Path) -> None:
    text = "code,name\n320612,通州区\n320612001,金沙街道\n"
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        file = tmp_path / f"{encoding}.csv"
        file.write_text(text, encoding=encoding)
        assert [(r.code, r.name, r.line) for r in read_codes(file)] == [
            ("320612", "通州区", 2),
            ("320612001", "金沙街道", 3),
        ]


def test_the_command_tells_what_it_did_and_writes_the_refused_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, refused = tmp_path / "pack.csv", tmp_path / "refused.csv"
    pack.write_text("code,name\n320612,通州区\n320612001,金沙街道\n32,江苏省\n", encoding="utf-8")
    order = [
        str(pack),
        "--source",
        "nbs",
        "--edition",
        "2021",
        "--serve",
        "320612",
        "--refused",
        str(refused),
    ]
    assert COMMANDS["import-areas"](order) == 0
    told = capsys.readouterr().out
    assert "读入 3 行,保存 2 行(其中已有 0 行)\n拒收 1 行\n" in told
    assert "服务区划:通州区" in told
    assert refused.read_text(encoding="utf-8-sig").splitlines() == [
        "line,code,name,reason",
        "4,32,江苏省,省、市级区划不在本系统范围内",
    ]
    assert [t.name for t in queries.towns()] == ["金沙街道"]


def test_the_command_refuses_a_file_without_codes_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack.csv"
    pack.write_text("甲,乙\n1,2\n", encoding="utf-8")
    assert COMMANDS["import-areas"]([str(pack), "--source", "nbs", "--edition", "2021"]) == 1
    assert capsys.readouterr().err.startswith("文件中没有这些列:")
    assert Area.objects.count() == 0


def test_both_real_codings_load_with_no_row_lost_and_the_swapped_codes_told() -> None:
    editions = {
        ("nbs", "2021"): read_codes(real("divisions/nbs2021_towns_jiangsu.csv")),
        ("nbs", "2022-10"): [
            *read_codes(real("divisions/nbs2022_areas_jiangsu.csv")),
            *read_codes(real("divisions/nbs2022_towns_jiangsu.csv")),
        ],
        ("mca", "2023"): read_codes(real("divisions/areacity2023_level4_jiangsu.csv")),
    }
    reports = {
        (source, edition): services.import_codes(actor=ME, rows=rows, source=source, edition=edition)
        for (source, edition), rows in editions.items()
    }
    for key, report in reports.items():
        assert balanced(report), key
        assert report.rows_in == len(editions[key])
        assert AreaAlias.objects.filter(source=key[0], edition=key[1]).count() == report.stored
    nbs21, nbs22, mca = reports.values()
    assert (nbs21.stored, nbs21.refused) == (1497, [])
    assert (nbs22.stored, nbs22.refused) == (1591, [])
    assert (mca.stored, len(mca.refused)) == (1354, 14)
    assert Area.objects.filter(name="苏州工业园区直属镇", parent__key="320508").count() == 1
    assert {r[3] for r in mca.refused} == {"省、市级区划不在本系统范围内"}
    for code in ("320612002", "320612003"):
        assert any(line.startswith(f"{code}:") for line in mca.swapped)
    home = Area.objects.get(key="320612")
    towns = queries.areas("town", home.pk)
    assert len(towns) == 17
    farm = next(t for t in towns if t.name == "环本农场")
    assert [a[0] for a in queries.aliases([farm.id])[farm.id]] == ["nbs", "nbs"]
    assert sum(len(a) for a in queries.aliases([t.id for t in towns]).values()) == 17 + 17 + 16


def test_the_real_packs_come_a_second_time_without_a_change() -> None:
    rows = read_codes(real("divisions/areacity2023_level4_jiangsu.csv"))
    services.import_codes(actor=ME, rows=rows, source="mca", edition="2023")
    before = (Area.objects.count(), AreaAlias.objects.count())
    again = services.import_codes(actor=ME, rows=rows, source="mca", edition="2023")
    assert (again.stored, again.already, again.swapped, again.unmatched) == (1354, 1354, [], [])
    assert (Area.objects.count(), AreaAlias.objects.count()) == before
