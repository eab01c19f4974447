"""Counting: any number of figures over any number of periods in one statement."""

# ruff: noqa: S608 -- only texts of this package are put together; values travel as parameters

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from wangge.hotline import queries as hotline
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.org import queries as org
from wangge.reports import permissions as verbs
from wangge.reports.figures import FIGURES, Figure, figure_of, statement
from wangge.reports.queries.values import FigureValue, Period, Raw, labelled, period, spoken
from wangge.reports.rules.invariants import Check, Cuts, checks
from wangge.territory import queries as territory

COLUMNS = frozenset(
    (
        *("received_at", "received_day", "channel", "kind", "topic", "category", "town_id", "lead_agency_id"),
        *("direct", "dispatched", "refused", "reply_due", "replied_at", "late", "sign_due", "signed_at"),
        *("sign_late", "returns", "redo_count", "callback_effective", "solved", "excluded", "status"),
        *("satisfaction", "unit_satisfaction", "operator_satisfaction"),
    )
)
STAGES = {
    "dispatch": "待派遣",
    "sign": "待签收",
    "work": "办理中",
    "review": "待审核",
    "callback": "待回访",
    "close": "待结案",
}
AGES = {"2h": "2 小时内", "1d": "24 小时内", "3d": "3 日内", "7d": "7 日内", "older": "7 日以上"}


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted: figures of a period, in one town or (``None``) the district."""

    codes: tuple[str, ...]
    period: Period
    town_id: int | None = None


def figure(actor: Actor, code: str, wanted: Period | None = None, town_id: int | None = None) -> FigureValue:
    """One figure; without a period today's. Needs ``reports.figure.view``; an unknown code is a 404."""
    permissions.require(actor, verbs.VIEW)
    return figures(actor, [code], wanted, town_id)[figure_of(code).code]


def figures(
    actor: Actor, codes: Iterable[str] | None = None, wanted: Period | None = None, town_id: int | None = None
) -> dict[str, FigureValue]:
    """Several figures of one period by code, in the order asked for; all of them without codes."""
    asked = tuple(dict.fromkeys(figure_of(code).code for code in (FIGURES if codes is None else codes)))
    return panels(actor, [Ask(asked, wanted or period(), town_id)])[0]


def panels(actor: Actor, asks: Sequence[Ask]) -> list[dict[str, FigureValue]]:
    """Every ask answered, in one statement (and the words of the codes)."""
    permissions.require(actor, verbs.VIEW)
    now = clock.now()
    chosen = [tuple(figure_of(code) for code in ask.codes) for ask in asks]
    answers = _counted(asks, chosen, {"now": now, "open": open_states()})
    labels = _labels({f.table for some in chosen for f in some if f.table}, answers)
    found = []
    for ask, some, answer in zip(asks, chosen, answers, strict=True):
        found.append(
            {
                f.code: FigureValue(
                    code=f.code,
                    name=f.name,
                    name_en=f.name_en,
                    family=f.family,
                    unit=f.unit,
                    variant=f.variant,
                    variant_label=f.variant_label,
                    variant_label_en=f.variant_label_en,
                    definition=f.definition,
                    definition_en=f.definition_en,
                    good_is=f.good_is,
                    period=ask.period if f.base == "period" else None,
                    town_id=ask.town_id,
                    as_of=now,
                    groups=labelled(f, answer[f.code], labels.get(f.table, {})),
                    **spoken(f, answer[f.code]),
                )
                for f in some
            }
        )
    return found


def open_states() -> list[str]:
    """The states of an open ticket."""
    return [o["code"] for o in hotline.options()["status"] if o["open"]]


def _counted(
    asks: Sequence[Ask], chosen: Sequence[tuple[Figure, ...]], params: dict[str, Any]
) -> list[dict[str, Raw]]:
    ctes, columns, readers = [], [], []
    for number, (ask, some) in enumerate(zip(asks, chosen, strict=True)):
        params |= {f"first{number}": ask.period.first, f"last{number}": ask.period.last}
        params[f"town{number}"] = ask.town_id
        for base in ("period", "standing"):
            mine = [f for f in some if f.base == base]
            if not mine:
                continue
            name = f"{base}{number}"
            ctes.append(
                f"{name} AS (SELECT {_columns(mine)} FROM hotline_ticket_facts WHERE {_where(base, number)})"
            )
            for block, codes in _blocks(name, mine):
                columns.append(block)
                readers.append((number, codes))
    if not columns:
        return [{} for _ in asks]
    sql = f"WITH {', '.join(ctes)} SELECT {', '.join(columns)}"
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        row = cursor.fetchone()
    answers: list[dict[str, Raw]] = [{} for _ in asks]
    for (number, codes), cell in zip(readers, row, strict=True):
        value = json.loads(cell) if isinstance(cell, str) else cell
        answers[number] |= {code: _raw(FIGURES[code], value) for code in codes}
    return answers


def _columns(some: Iterable[Figure]) -> str:
    """Only the columns these figures read: a narrow list is answered from the covering index."""
    texts = " ".join(f"{f.counted} {f.among} {f.note} {f.split}" for f in some)
    return ", ".join(sorted({"received_day"} | (COLUMNS & set(re.findall(r"[a-z_]+", texts)))))


def _where(base: str, number: int) -> str:
    town = f"(%(town{number})s::bigint IS NULL OR town_id = %(town{number})s)"
    # The states say the same as ``open``; they are spelt out because the index is on the state.
    when = (
        "status = ANY(%(open)s)"
        if base == "standing"
        else f"received_day BETWEEN %(first{number})s AND %(last{number})s"
    )
    return f"{when} AND {town}"


def _blocks(source: str, some: list[Figure]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Scalar sub-selects: one for all plain counts and rates, one for each split and each mean."""
    plain = [f for f in some if f.shape in ("count", "rate")]
    if plain:
        counts = [
            f"'{f.code}', json_build_array(count(*) FILTER (WHERE {f.counted}), "
            f"count(*) FILTER (WHERE {f.among}), count(*) FILTER (WHERE {f.note or 'false'}))"
            for f in plain
        ]
        yield (
            f"(SELECT json_build_object({', '.join(counts)}) FROM {source})",
            tuple(f.code for f in plain),
        )
    for f in some:
        if f.shape == "mean":
            inner = (
                f"SELECT received_day, count(*) FILTER (WHERE {f.counted}) AS n, "
                f"count(*) FILTER (WHERE {f.among}) AS d FROM {source} GROUP BY 1"
            )
            yield (
                f"(SELECT json_agg(json_build_array(n, d) ORDER BY received_day) FROM ({inner}) x)",
                (f.code,),
            )
        elif f.shape == "split":
            limit = f" ORDER BY 2 DESC, 1 LIMIT {f.most}" if f.most else ""
            inner = f"SELECT {f.split} AS k, count(*) AS n FROM {source} WHERE {f.counted} GROUP BY 1{limit}"
            yield f"(SELECT json_agg(json_build_array(k, n)) FROM ({inner}) x)", (f.code,)


def _raw(figure: Figure, value: Any) -> Raw:
    if figure.shape in ("count", "rate"):
        numerator, denominator, note = value[figure.code]
        return Raw(numerator, denominator, note)
    pairs = value or []
    if figure.shape == "mean":
        return Raw(sum(p[0] for p in pairs), sum(p[1] for p in pairs), daily=tuple((n, d) for n, d in pairs))
    return Raw(groups=tuple((k, n) for k, n in pairs))


def _labels(tables: set[str], answers: Sequence[Mapping[str, Raw]]) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {"age": AGES, "stage": STAGES}
    if tables & {"channel", "kind"}:
        options = hotline.options()
        words |= {t: {o["code"]: o["label"] for o in options[t]} for t in ("channel", "kind")}
    if "topic" in tables:
        words["topic"] = {t.code: t.name for t in hotline.topics()}
    if "town" in tables:
        words["town"] = {str(t.id): t.short_name for t in territory.towns()} | {"": "未定位"}
    if "agency" in tables:
        keys = {
            int(k)
            for answer in answers
            for code, raw in answer.items()
            if FIGURES[code].table == "agency"
            for k, _ in raw.groups
            if k
        }
        cards = org.agencies_by_ids(keys)
        words["agency"] = {str(i): card.short_name for i, card in cards.items()} | {"": "指挥中心"}
    return words


CUTS = ("total", "by_channel", "by_kind", "direct", "dispatched", "undecided", "refused")


def cuts(values: Mapping[str, FigureValue]) -> Cuts:
    """The total and its cuts out of counted figures; only codes the hotline knows are added up."""
    options = hotline.options()
    known = {t: {o["code"] for o in options[t]} for t in ("channel", "kind")}
    by = {
        t: {g.key: g.value for g in values[f"by_{t}"].groups if g.key in known[t]}
        for t in ("channel", "kind")
    }
    single = {c: values[c].numerator for c in ("total", "direct", "dispatched", "undecided", "refused")}
    return Cuts(channels=by["channel"], kinds=by["kind"], **single)


def invariants(actor: Actor, wanted: Period, town_id: int | None = None) -> tuple[Check, ...]:
    """Whether total = Σ channel = Σ kind = direct + dispatched (+ refused), nothing undecided (spec §0.3)."""
    return checks(cuts(figures(actor, CUTS, wanted, town_id)))


def definitions(actor: Actor) -> list[dict[str, str]]:
    """Every figure's words and query, without counting anything."""
    permissions.require(actor, verbs.VIEW)
    return [
        {
            "code": f.code,
            "name": f.name,
            "name_en": f.name_en,
            "family": f.family,
            "unit": f.unit,
            "variant": f.variant,
            "variant_label": f.variant_label,
            "definition": f.definition,
            "definition_en": f.definition_en,
            "query": statement(f),
        }
        for f in FIGURES.values()
    ]
