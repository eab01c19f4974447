"""Finding attachments: through the owner's gate for people, plainly for the owner itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from wangge.files import permissions as verbs
from wangge.files.models import Attachment, FileClaim
from wangge.kit import permissions, subjects
from wangge.kit.actor import Actor
from wangge.kit.errors import Forbidden, NotFound

STAGING = "files.staging"


@dataclass(frozen=True, slots=True)
class AttachmentCard:
    """What a list shows of an attachment."""

    id: int
    kind: str
    name: str
    mime: str
    size: int
    status: str
    by_label: str
    at: datetime
    url: str
    client_id: UUID | None = None


def card(row: Attachment) -> AttachmentCard:
    """The card of a row."""
    url = f"/api/console/files/attachments/{row.pk}"
    return AttachmentCard(
        row.pk, row.kind, row.name, row.mime, row.size, row.status, row.by_label, row.at, url, row.client_id
    )


def attachments_of(subject_kind: str, subject_ids: Iterable[int]) -> dict[int, list[AttachmentCard]]:
    """Attachments by subject id, oldest first, for an owner that has already passed its own gate."""
    found: dict[int, list[AttachmentCard]] = defaultdict(list)
    rows = Attachment.objects.filter(subject_kind=subject_kind, subject_id__in=list(subject_ids))
    for row in rows.order_by("id"):
        found[row.subject_id].append(card(row))
    return dict(found)


def owner_of(actor: Actor) -> str:
    """Whose files these are until a business claims them: the phone's, else the post's."""
    return f"device:{actor.device_id}" if actor.device_id else f"post:{actor.post_id or 0}"


def by_client_ids(client_ids: Iterable[UUID]) -> dict[UUID, AttachmentCard]:
    """Claimed files by the ids that phones gave them, for an owner that has passed its own gate.

    A file that has not arrived yet is missing; it appears by itself once it has.
    """
    rows = Attachment.objects.filter(client_id__in=list(client_ids)).exclude(subject_kind=STAGING)
    return {row.client_id: card(row) for row in rows if row.client_id is not None}


def digests_of(client_ids: Iterable[UUID]) -> dict[UUID, bytes]:
    """SHA-256 of the bytes as phones sent them, by the ids phones gave; what has not arrived is missing."""
    rows = Attachment.objects.filter(client_id__in=list(client_ids), sent_sha256__isnull=False)
    return {pk: bytes(digest) for pk, digest in rows.values_list("client_id", "sent_sha256") if pk and digest}


def awaited_of(subject_kind: str, subject_ids: Iterable[int]) -> dict[int, list[UUID]]:
    """Files that a business named and that are still on the phone, by subject id."""
    here = Attachment.objects.filter(client_id=OuterRef("client_id"))
    rows = FileClaim.objects.filter(
        ~Exists(here), subject_kind=subject_kind, subject_id__in=list(subject_ids)
    )
    found: dict[int, list[UUID]] = defaultdict(list)
    for subject_id, client_id in rows.order_by("id").values_list("subject_id", "client_id"):
        found[subject_id].append(client_id)
    return dict(found)


def check_gate(actor: Actor, subject_kind: str, subject_id: int) -> None:
    """Raise ``NotFound`` unless the owner of the subject shows it to this actor."""
    if subject_kind == STAGING:
        if subject_id != actor.post_id:
            raise NotFound
        return
    try:
        subjects.card(actor, subjects.subject(subject_kind, subject_id))
    except (KeyError, Forbidden) as error:
        raise NotFound from error


def attachment_for(actor: Actor, attachment_id: int) -> Attachment:
    """One attachment through the owner's gate; out of scope is not found."""
    permissions.require(actor, verbs.READ)
    row = Attachment.objects.filter(pk=attachment_id).first()
    if row is None:
        raise NotFound
    if row.subject_kind == STAGING and row.by_device_id is not None:
        if owner_of(actor) != f"device:{row.by_device_id}":
            raise NotFound
        return row
    check_gate(actor, row.subject_kind, row.subject_id)
    return row
