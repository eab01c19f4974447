"""What administrators and the auditor list: accounts, log-in policies, elevated sessions."""

from __future__ import annotations

from typing import Any

from django.db.models import Count

from wangge.kit import clock, paging, permissions
from wangge.kit.actor import Actor
from wangge.org import permissions as verbs
from wangge.org.models import Account, Elevation, ElevationLine, Post, RolePolicy
from wangge.org.queries.directory import valid_on
from wangge.org.rules import ROLES


def accounts_visible_to(
    actor: Actor, beginning: str = "", cursor: str = "", limit: int = 50
) -> paging.Page[dict[str, Any]]:
    """Accounts by user name for who administers or audits them; no secret leaves."""
    permissions.require(actor, verbs.READ_ACCOUNTS)
    limit = paging.checked_limit(limit)
    rows = Account.objects.all()
    if beginning:
        rows = rows.filter(username__gte=beginning, username__lt=beginning + chr(0x10FFFF))
    if cursor:
        rows = rows.filter(username__gt=paging.decode(cursor, 1)[0])
    found = list(rows.order_by("username")[: limit + 1])
    shown = found[:limit]
    posts: dict[int, list[str]] = {}
    held = Post.objects.filter(valid_on(clock.today()), account__in=[a.pk for a in shown]).order_by("id")
    for account_id, title, agency_name in held.values_list("account_id", "title", "agency__short_name"):
        posts.setdefault(account_id, []).append(f"{agency_name} {title}" if agency_name else title)
    items = [
        {
            "id": account.pk,
            "username": account.username,
            "name": account.name,
            "is_active": account.is_active,
            "totp": bool(account.totp_secret),
            "must_change_password": account.must_change_password,
            "last_login": account.last_login,
            "posts": posts.get(account.pk, []),
        }
        for account in shown
    ]
    following = paging.encode(shown[-1].username) if len(found) > limit else None
    return paging.Page(items, following)


def policies_visible_to(actor: Actor) -> list[dict[str, Any]]:
    """Today's log-in policy of every role."""
    permissions.require(actor, verbs.READ_ACCOUNTS)
    rows = RolePolicy.objects.filter(valid_from__lte=clock.today()).order_by("valid_from")
    latest = {row.role: row for row in rows}
    return [
        {
            "role": role.code,
            "role_label": role.label,
            "totp_required": latest[role.code].totp_required if role.code in latest else False,
            "session_minutes": latest[role.code].session_minutes if role.code in latest else 240,
            "valid_from": latest[role.code].valid_from if role.code in latest else None,
        }
        for role in ROLES.values()
    ]


def elevations_visible_to(actor: Actor) -> list[dict[str, Any]]:
    """The last hundred administrator sessions."""
    permissions.require(actor, verbs.READ_ACCOUNTS)
    rows = list(Elevation.objects.select_related("account").order_by("-started_at")[:100])
    counts = dict(
        ElevationLine.objects.filter(elevation__in=rows)
        .values_list("elevation")
        .annotate(lines=Count("id"))
        .order_by()
    )
    return [
        {
            "id": row.pk,
            "account_name": row.account.name,
            "purpose": row.purpose,
            "started_at": row.started_at,
            "until": row.until,
            "ended_at": row.ended_at,
            "requests": counts.get(row.pk, 0),
        }
        for row in rows
    ]
