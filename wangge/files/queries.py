"""Finding attachments: through the owner's gate for people, plainly for the owner itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wangge.files import permissions as verbs
from wangge.files.models import Attachment
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


def card(row: Attachment) -> AttachmentCard:
    """The card of a row."""
    url = f"/api/console/files/attachments/{row.pk}"
    return AttachmentCard(
        row.pk, row.kind, row.name, row.mime, row.size, row.status, row.by_label, row.at, url
    )


def attachments_of(subject_kind: str, subject_ids: Iterable[int]) -> dict[int, list[AttachmentCard]]:
    """Attachments by subject id, oldest first, for an owner that has already passed its own gate."""
    found: dict[int, list[AttachmentCard]] = defaultdict(list)
    rows = Attachment.objects.filter(subject_kind=subject_kind, subject_id__in=list(subject_ids))
    for row in rows.order_by("id"):
        found[row.subject_id].append(card(row))
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
    check_gate(actor, row.subject_kind, row.subject_id)
    return row
