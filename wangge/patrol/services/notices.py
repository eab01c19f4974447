"""Serving a notice: the exact text, to whom, signed or refused; and looking at the name with a purpose."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from wangge.audit import services as audit
from wangge.casework import services as casework
from wangge.files import services as files
from wangge.kit import clock, crypto
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.live import services as live
from wangge.patrol import permissions, queries, rules
from wangge.patrol.models import NoticeServed
from wangge.patrol.services import capture, story
from wangge.patrol.services.capture import CONSOLE, Capture


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """One notice handed over. ``kind_id`` is the version that was shown; either a signature or, refused,
    a photo, both by client id."""

    kind_id: int
    place: str
    served_to: str = ""
    target_kind: str = "place"
    target_id: int | None = None
    refused: bool = False
    signature: UUID | None = None
    photo: UUID | None = None
    note: str = ""
    lon: float | None = None
    lat: float | None = None
    round_id: UUID | None = None
    grid_id: int | None = None


@transaction.atomic
def serve_notice(*, actor: Actor, draft: NoticeDraft, capture_: Capture = CONSOLE) -> NoticeServed:
    """Write down that a notice was served; the same client id again answers with the one that is there."""
    gate.require(actor, permissions.SERVE)
    if capture_.client_id and (known := NoticeServed.objects.filter(client_id=capture_.client_id).first()):
        capture.own(actor, known)
        return known
    kind = queries.notice_kind(draft.kind_id)
    check(draft)
    row = NoticeServed(
        **capture.columns(actor, capture_, queries.grid_of(actor, draft.grid_id)),
        no=casework.next_number("patrol.notice", "G", capture_.received_at or clock.now()),
        kind=kind,
        target_kind=draft.target_kind,
        target_id=draft.target_id,
        place=draft.place.strip()[:120],
        served_to_sealed=crypto.seal("name", draft.served_to.strip()[:40]),
        refused=draft.refused,
        signature=None if draft.refused else draft.signature,
        photo=draft.photo,
        note=draft.note.strip()[:300],
        lon=draft.lon,
        lat=draft.lat,
        round_client=draft.round_id,
    )
    row.save(force_insert=True)
    named = [c for c in (row.signature, row.photo) if c is not None]
    files.claim(actor=actor, client_ids=named, subject_kind="patrol.notice", subject_id=row.pk)
    audit.record(
        actor, "patrol.notice.served", subject=f"patrol.notice:{row.pk}", data={"refused": row.refused}
    )
    live.announce("patrol.board", notice=row.pk)
    return row


def check(draft: NoticeDraft) -> None:
    """Raise ``Invalid`` for what is missing: a place, and either name and signature or a picture."""
    story.need(draft.place, "place", "请填写送达地点")
    story.one_of(draft.target_kind, rules.TARGETS, "target_kind")
    capture.check_point(draft.lon, draft.lat)
    if draft.refused:
        if draft.photo is None:
            raise Invalid.field("photo", "拒签须拍照留证")
        return
    story.need(draft.served_to, "served_to", "请填写签收人")
    if draft.signature is None:
        raise Invalid.field("signature", "请签收人签名,或选择拒签")


@transaction.atomic
def reveal_served_to(*, actor: Actor, notice_id: int, purpose: str) -> str:
    """The name in the clear, with a purpose, logged."""
    gate.require(actor, permissions.REVEAL)
    row = queries.notice_for(actor, notice_id)
    audit.reveal(actor, subject=f"patrol.notice:{row.pk}", field="served_to", purpose=purpose)
    return crypto.unseal("name", row.served_to_sealed)
