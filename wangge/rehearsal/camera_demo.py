"""The demo's video points: some hundred around invented places, all of them played by ``camsim``."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings

from wangge.cameras import services
from wangge.rehearsal import cameras
from wangge.rehearsal.staff import DEMO

TOTAL = 640


def stream(number: int) -> str:
    """The simulated camera of a point; the supervisor starts ``camsim`` four ports above the pages."""
    return f"rtsp://127.0.0.1:{settings.ENV['PORT'] + 4}/cam/{number}"


def load() -> None:
    """Places and points; the rule of the page selects 159 of them, which are the wall."""
    anchors = cameras.load_places(DEMO)
    drafts = [
        replace(draft, protocol="rtsp", stream=stream(number))
        for number, draft in enumerate(cameras.points(anchors, TOTAL))
    ]
    services.put_points(actor=DEMO, drafts=drafts)
    batch = services.run_screening(actor=DEMO, purpose="疫情防控重点点位", rule=cameras.RULE)
    services.adopt_batch(actor=DEMO, batch_id=batch.pk)
