"""Taking in what the gateway wrote: file by file, each whole in one transaction, then deleted.

The gateway writes a line before the picture leaves; whatever is killed in between, the line is read
later, and every line has an id of its own, so it counts once.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from wangge.cameras.models import CameraView, GatewayReport
from wangge.kit import clock
from wangge.live import services as live

log = structlog.get_logger(__name__)
Line = dict[str, Any]
KEPT = timedelta(days=90)
_handlers: dict[str, list[Callable[[list[Line]], None]]] = {}


def on_report(kind: str) -> Callable[[Callable[[list[Line]], None]], Callable[[list[Line]], None]]:
    """Decorator: call the function with the new lines of a kind (``alarm``, ``catalogue`` …), in the
    transaction that stores them. It may be called again with lines it has seen: be idempotent."""

    def register(function: Callable[[list[Line]], None]) -> Callable[[list[Line]], None]:
        _handlers.setdefault(kind, []).append(function)
        return function

    return register


def take_in_reports(folder: Path | None = None) -> int:
    """Read every finished file below the spool; returns lines. Idempotent; two readers exclude each
    other by the file: who cannot open it any more goes on."""
    place = folder or Path(settings.VIDEO_HOME)
    count = 0
    for path in sorted(place.glob("**/spool/*.jsonl")):
        try:
            text = path.read_text()
        except FileNotFoundError:
            continue
        count += _take_in(path.parent.parent.name, _lines(path, text))
        path.unlink(missing_ok=True)
    return count


def _lines(path: Path, text: str) -> list[Line]:
    """The lines; a half one at the end (power cut) is told and left out."""
    found: list[Line] = []
    for number, row in enumerate(text.splitlines(), 1):
        try:
            found.append(json.loads(row))
        except ValueError:
            log.warning("report line unreadable", file=path.name, line=number)
    return found


@transaction.atomic
def _take_in(gateway: str, lines: list[Line]) -> int:
    for line in lines:
        line["at"] = datetime.fromisoformat(line["at"])
    _store_views(gateway, lines)
    others = [line for line in lines if not line["kind"].startswith("view")]
    known = set(
        GatewayReport.objects.filter(line__in=[o["id"] for o in others]).values_list("line", flat=True)
    )
    fresh = [line for line in others if line["id"] not in {str(ident) for ident in known}]
    GatewayReport.objects.bulk_create([_report(gateway, line) for line in fresh], ignore_conflicts=True)
    for kind, handlers in _handlers.items():
        if wanted := [line for line in fresh if line["kind"] == kind]:
            for handler in handlers:
                handler(wanted)
    for topic in {f"cameras.{line['kind'].partition('-')[0]}" for line in fresh}:
        live.announce(topic)
    return len(lines)


def _report(gateway: str, line: Line) -> GatewayReport:
    facts = {k: v for k, v in line.items() if k not in {"id", "kind", "at", "channel", "device"}}
    return GatewayReport(
        line=line["id"],
        kind=line["kind"][:20],
        at=line["at"],
        gateway=gateway[:20],
        channel=str(line.get("channel", ""))[:64],
        device=str(line.get("device", ""))[:20],
        facts=facts,
    )


def _store_views(gateway: str, lines: list[Line]) -> None:
    """Begun, still open, ended, and what a killed gateway left open; in the order they were written."""
    batch: list[CameraView] = []
    for line in lines:
        kind = line["kind"]
        if kind == "view-begun":
            batch.append(_view(gateway, line))
            continue
        if kind in {"view-ended", "views-open"} or (kind == "gateway" and line.get("word") == "started"):
            CameraView.objects.bulk_create(batch, ignore_conflicts=True)
            batch = []
            _move_views(gateway, kind, line)
    CameraView.objects.bulk_create(batch, ignore_conflicts=True)


def _view(gateway: str, line: Line) -> CameraView:
    kind, _, number = str(line["viewer"]).partition(":")
    return CameraView(
        view=line["view"],
        channel=str(line["channel"])[:64],
        viewer=str(line["viewer"])[:60],
        post_id=int(number) if kind == "post" and number.isdigit() else None,
        purpose=str(line["purpose"])[:200],
        mode=str(line["mode"])[:10],
        gateway=gateway[:20],
        began_at=line["at"],
        seen_at=line["at"],
    )


def _move_views(gateway: str, kind: str, line: Line) -> None:
    at: datetime = line["at"]
    still_open = CameraView.objects.filter(ended_at__isnull=True)
    if kind == "view-ended":
        still_open.filter(view=line["view"]).update(ended_at=at, seen_at=at, why=str(line["why"])[:20])
    elif kind == "views-open":
        still_open.filter(view__in=line["views"]).update(seen_at=Greatest(F("seen_at"), at))
    else:  # a gateway that starts ends what its predecessor left: at the last moment it was seen
        still_open.filter(gateway=gateway[:20], began_at__lt=at).update(
            ended_at=F("seen_at"), why="gateway-lost"
        )


def erase_old() -> int:
    """Erase reports older than ninety days; views stay for good. Idempotent."""
    gone, _ = GatewayReport.objects.filter(at__lt=clock.now() - KEPT).delete()
    return gone
