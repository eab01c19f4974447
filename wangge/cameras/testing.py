"""Builders: places and points around them, through the real services."""

from __future__ import annotations

from typing import Any

from wangge.cameras import services
from wangge.cameras.models import VideoPoint
from wangge.cameras.services import PointDraft
from wangge.kit.actor import Actor, system

TESTER = system("testing")


def a_point(code: str = "32061200001310000001", *, actor: Actor = TESTER, **draft: Any) -> VideoPoint:
    """One stored point; without more an online street camera without a place."""
    values: dict[str, Any] = {"name": "测试路口1号", "status": "online", "klass": "street"} | draft
    put = services.put_points(actor=actor, drafts=[PointDraft(code=code, **values)])
    return VideoPoint.objects.get(pk=put.ids[code])
