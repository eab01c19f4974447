"""A proposed unit for a ticket, with reasons: rules first, then what was done in the last 90 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from wangge.hotline import permissions, rules
from wangge.hotline.models import DispatchRule, Ticket
from wangge.hotline.queries.scope import ticket_for
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.org import queries as org

HISTORY_DAYS = 90
HISTORY_WEIGHT = 60


@dataclass(frozen=True, slots=True)
class ProposedUnit:
    """An agency that probably handles this, its weight (0–100 per reason, added up), the reasons."""

    agency_id: int
    agency: str
    score: float
    reasons: tuple[str, ...]


def suggestions_for(actor: Actor, ticket_id: int) -> list[ProposedUnit]:
    """At most three proposals, best first; an agency whose return was approved is never proposed."""
    gate.require(actor, permissions.DISPATCH)
    ticket = ticket_for(actor, ticket_id)
    hints = [*by_rules(ticket), *by_history(ticket), *by_area(ticket)]
    open_to = [h for h in hints if h.agency_id not in ticket.returned_by_ids]
    best = rules.suggestions(open_to)
    cards = org.agencies_by_ids([s.agency_id for s in best])
    return [
        ProposedUnit(s.agency_id, cards[s.agency_id].name, s.score, s.reasons)
        for s in best
        if s.agency_id in cards and cards[s.agency_id].active
    ]


def by_rules(ticket: Ticket) -> list[rules.Hint]:
    """Hints of the rule table: every given condition of a rule must fit."""
    text = f"{ticket.title} {ticket.content}"
    path = ticket.category.path if ticket.category else ""
    places = {ticket.area_id, ticket.town_id, ticket.village_id, ticket.grid_id} - {None}
    hints = []
    for rule in DispatchRule.objects.select_related("category", "area").filter(active=True):
        met: list[str] = []
        if rule.category is not None:
            if not (path == rule.category.path or path.startswith(f"{rule.category.path}->")):
                continue
            met.append(f"分类属“{rule.category.name}”")
        if rule.words:
            hit = [w for w in rule.words.split() if w in text]
            if not hit:
                continue
            met.append(f"内容含“{'、'.join(hit[:3])}”")
        if rule.area is not None:
            if rule.area_id not in places:
                continue
            met.append(f"发生在{rule.area.name}")
        hints.append(rules.Hint(rule.agency_id, rule.weight, rule.reason or "规则:" + ",".join(met)))
    return hints


def by_history(ticket: Ticket) -> list[rules.Hint]:
    """Hints from the last 90 days: who finished tickets of this category, of this town the more."""
    if ticket.category_id is None:
        return []
    since = clock.now() - timedelta(days=HISTORY_DAYS)
    done = Ticket.objects.filter(
        category_id=ticket.category_id, received_at__gte=since, lead_agency_id__isnull=False
    ).exclude(pk=ticket.pk)
    counted = list(
        done.values("lead_agency_id")
        .annotate(n=Count("id"), here=Count("id", filter=Q(town_id=ticket.town_id)))
        .order_by("-n")[:5]
    )
    total = sum(row["n"] for row in counted)
    return [
        rules.Hint(
            row["lead_agency_id"],
            HISTORY_WEIGHT
            * row["n"]
            / total
            * (1.0 if ticket.town_id is None else 0.5 + 0.5 * row["here"] / row["n"]),
            f"近{HISTORY_DAYS}天同类工单{row['n']}件由其办理"
            + (f",本镇{row['here']}件" if ticket.town_id else ""),
        )
        for row in counted
    ]


def by_area(ticket: Ticket) -> list[rules.Hint]:
    """The town's agency, as a weak hint: the place is theirs, the duty may be another's."""
    if ticket.area_id is None:
        return []
    agency = org.agency_for_area(ticket.area_id)
    return [rules.Hint(agency.id, 20, f"属地{agency.short_name or agency.name}")] if agency else []
