"""Figures of a campaign, counted from its rows: each with its definition and the query that counts it.

A figure is counted twice: whole and by town. The two must agree before anything can be locked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from django.db import connection

from wangge.campaigns import rules
from wangge.campaigns.models import Campaign
from wangge.campaigns.rules import FigureDefinition
from wangge.campaigns.states import COVERED
from wangge.territory import queries as territory

Number = int | Decimal
KIND_LABELS = {"enterprise": "企业", "construction": "施工单位"}
_COUNTS = """
SELECT town_id, kind, status, count(*) FROM campaigns_target
WHERE campaign_id = %s GROUP BY town_id, kind, status
"""
_COUNT = "SELECT count(*) FROM campaigns_target WHERE campaign_id = %s AND status = ANY (%s)"
_SUM = """
SELECT {columns} FROM campaigns_response WHERE campaign_id = %s AND current
"""
OWN = {
    "total": ("应查单位", "名单内的单位数,不含核减"),
    "covered": ("已查单位", "名单内至少有一份有效填报(或走访满次数)的单位数:已查、复核、锁定"),
    "missing": ("未查单位", "名单内仍为待查的单位数"),
    "dropped": ("核减单位", "经说明理由移出名单的单位数,不计入应查"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: the whole, its parts by town, how it is defined and counted. ``value`` of a ratio is a
    percentage; its numerator and denominator stand beside it."""

    code: str
    label: str
    unit: str
    definition: str
    query: str
    value: Number | None
    numerator: Number
    denominator: Number | None
    towns: Mapping[int, Number | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """An equation that must hold."""

    code: str
    label: str
    left: Number
    right: Number

    @property
    def holds(self) -> bool:
        """Whether both sides are the same."""
        return self.left == self.right


@dataclass
class Rollup:
    """Everything counted of a campaign at one moment."""

    figures: list[Figure] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)

    def value(self, code: str) -> Number | None:
        """The whole of a figure."""
        return next(f.value for f in self.figures if f.code == code)


def rollup(campaign: Campaign) -> Rollup:
    """Count a campaign: units by state and kind, sums of its answers, ratios, and the equations."""
    made = Rollup()
    by_town: dict[str, dict[int, int]] = {code: defaultdict(int) for code in OWN}
    for town, kind, status, count in _rows(_COUNTS, campaign.pk):
        made.statuses[status] = made.statuses.get(status, 0) + count
        if status != "dropped":
            made.kinds[kind] = made.kinds.get(kind, 0) + count
        for code in _codes_of(status):
            by_town[code][town or 0] += count
    for code, (label, definition) in OWN.items():
        states = [s for s in ("open", *COVERED, "dropped") if code in _codes_of(s)]
        whole = _rows(_COUNT, campaign.pk, states)[0][0]
        query = _text(_COUNT, campaign.pk, states)
        made.figures.append(
            Figure(code, label, "家", definition, query, whole, whole, None, dict(by_town[code]))
        )
    definitions = rules.figures_of(campaign.figures)
    made.figures += _sums(campaign, definitions)
    made.figures.append(_coverage(made))
    known = {f.code: f for f in made.figures}
    made.figures += [_ratio(d, known) for d in definitions if d.kind == "ratio"]
    made.checks = _checks(made)
    return made


def _codes_of(status: str) -> tuple[str, ...]:
    if status == "dropped":
        return ("dropped",)
    return ("total", "covered") if status in COVERED else ("total", "missing")


def _sums(campaign: Campaign, definitions: Iterable[FigureDefinition]) -> list[Figure]:
    """Every sum and count in two statements: whole, and by town."""
    wanted = [d for d in definitions if d.kind != "ratio"]
    if not wanted:
        return []
    columns = ", ".join(["coalesce(sum((numbers ->> %s)::numeric), 0)"] * len(wanted))
    codes = [d.code for d in wanted]
    whole = _rows(_SUM.format(columns=columns), *codes, campaign.pk)[0]
    towns = _rows(_SUM.format(columns=f"town_id, {columns}") + " GROUP BY town_id", *codes, campaign.pk)
    labels = {d.code: d.label for d in wanted} | {d.question: d.label for d in wanted if d.kind == "sum"}
    found = []
    for position, one in enumerate(wanted):
        total = plain(whole[position])
        parts: dict[int, Number | None] = {row[0] or 0: plain(row[position + 1]) for row in towns}
        query = _text(_SUM.format(columns="sum((numbers ->> %s)::numeric)"), one.code, campaign.pk)
        found.append(
            Figure(one.code, one.label, one.unit, one.words(labels), query, total, total, None, parts)
        )
    return found


def _coverage(made: Rollup) -> Figure:
    known = {f.code: f for f in made.figures}
    definition = FigureDefinition("coverage", "覆盖率", "ratio", "covered", "total", "%")
    return _ratio(definition, known)


def _ratio(definition: FigureDefinition, known: Mapping[str, Figure]) -> Figure:
    top, bottom = known[definition.question], known[definition.value]
    towns = {
        town: rules.percent(top.towns.get(town) or 0, bottom.towns.get(town) or 0)
        for town in {*top.towns, *bottom.towns}
    }
    numerator, denominator = top.value or 0, bottom.value or 0
    return Figure(
        definition.code,
        definition.label,
        "%",
        definition.words({f.code: f.label for f in known.values()}),
        f"({top.query}) / ({bottom.query})",
        rules.percent(numerator, denominator),
        numerator,
        denominator,
        towns,
    )


def _checks(made: Rollup) -> list[Check]:
    """Σ towns = total for everything that adds up; total = covered + missing; Σ kinds = total."""
    adding = [f for f in made.figures if f.denominator is None]
    found = [
        Check(
            f"towns.{f.code}",
            f"各镇(街道)之和 = {f.label}",
            sum((v or 0) for v in f.towns.values()),
            f.numerator,
        )
        for f in adding
    ]
    known = {f.code: f.numerator for f in adding}
    found.append(Check("states", "已查 + 未查 = 应查", known["covered"] + known["missing"], known["total"]))
    found.append(Check("kinds", "各类单位之和 = 应查", sum(made.kinds.values()), known["total"]))
    return found


def _rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, [list(v) if isinstance(v, tuple) else v for v in values])
        return list(cursor.fetchall())


def _text(query: str, *values: Any) -> str:
    """The query as one line with its values, as a snapshot keeps it."""
    words = " ".join(query.split())
    for value in values:
        shown = "ARRAY[" + ",".join(f"'{v}'" for v in value) + "]" if isinstance(value, list) else value
        words = words.replace(
            "%s", f"'{shown}'" if isinstance(shown, str) and "[" not in shown else str(shown), 1
        )
    return words


def plain(value: Decimal) -> Number:
    """A whole number as one."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def frozen(made: Rollup) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Figures and checks as a snapshot keeps them; town names as they are today."""
    names = {t.id: t.name for t in territory.towns()}
    figures = []
    for figure in made.figures:
        one = asdict(figure)
        for column in ("value", "numerator", "denominator"):
            one[column] = _json(one[column])
        one["towns"] = [
            {"town_id": town, "town": names.get(town, "未定位"), "value": _json(value)}
            for town, value in sorted(figure.towns.items(), key=lambda item: (item[0] == 0, item[0]))
        ]
        figures.append(one)
    checks = [
        asdict(c) | {"left": _json(c.left), "right": _json(c.right), "holds": c.holds} for c in made.checks
    ]
    return figures, checks


def _json(value: Number | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
