"""Pictures and voice notes of an event: named by the phone, here or still on the way, sold twice or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.files import queries as files
from wangge.kit.actor import Actor
from wangge.patrol import rules
from wangge.patrol.models import Event, EventFile
from wangge.patrol.queries.scope import KIND, events_visible_to


@dataclass(frozen=True, slots=True)
class PictureView:
    """One file of an event. Without ``url`` it is still on the phone. ``same_as`` are (id, number) of
    other events in scope that show the very same bytes."""

    role: str
    role_label: str
    client_id: str
    url: str
    mime: str
    by_label: str
    at: datetime
    same_as: tuple[tuple[int, str], ...]


def pictures_of(actor: Actor, event: Event) -> list[PictureView]:
    """Pictures of an event in scope, oldest first: the phone's, then what was added at a desk."""
    rows = list(EventFile.objects.filter(event_id=event.pk).order_by("id"))
    here = files.by_client_ids([r.client_id for r in rows])
    twins = same_pictures(actor, rows)
    found = [
        PictureView(
            role=row.role,
            role_label=rules.FILE_ROLES[row.role],
            client_id=str(row.client_id),
            url=here[row.client_id].url if row.client_id in here else "",
            mime=here[row.client_id].mime if row.client_id in here else "",
            by_label=row.by_label,
            at=row.at,
            same_as=tuple(twins.get(row.pk, ())),
        )
        for row in rows
    ]
    named = {here[c].id for c in here}
    for card in files.attachments_of(KIND, [event.pk]).get(event.pk, []):
        if card.id not in named:
            role = card.kind if card.kind in rules.FILE_ROLES else "extra"
            found.append(
                PictureView(role, rules.FILE_ROLES[role], "", card.url, card.mime, card.by_label, card.at, ())
            )
    return found


def same_pictures(actor: Actor, rows: Iterable[EventFile]) -> dict[int, list[tuple[int, str]]]:
    """By file row: the other events in scope with a picture of the same digest."""
    digests = {bytes(r.digest): r for r in rows if bytes(r.digest)}
    own = {r.event_id for r in rows}
    if not digests:
        return {}
    others = EventFile.objects.filter(digest__in=list(digests)).exclude(event_id__in=own)
    owners: dict[bytes, set[int]] = defaultdict(set)
    for digest, event_id in others.values_list("digest", "event_id")[:200]:
        owners[bytes(digest)].add(event_id)
    wanted = {pk for ids in owners.values() for pk in ids}
    numbers = dict(events_visible_to(actor).filter(pk__in=wanted).values_list("pk", "no"))
    return {
        digests[digest].pk: sorted((pk, numbers[pk]) for pk in ids if pk in numbers)
        for digest, ids in owners.items()
    }


def file_urls(client_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Addresses of files by the phone's ids, of those that have arrived, in one statement."""
    wanted = {c for c in client_ids if c is not None}
    return {c: card.url for c, card in files.by_client_ids(wanted).items()} if wanted else {}
