"""The gateway's list follows the catalogue and the selection."""

from __future__ import annotations

from wangge.cameras.events import PointsChanged, ScreeningAdopted
from wangge.cameras.services.channels import PUSH
from wangge.kit import jobs
from wangge.kit.events import subscribe


@subscribe(PointsChanged)
def points_changed(event: PointsChanged) -> None:
    """The gateway gets the list anew."""
    del event
    jobs.enqueue(PUSH)


@subscribe(ScreeningAdopted)
def screening_adopted(event: ScreeningAdopted) -> None:
    """The gateway gets the list anew."""
    del event
    jobs.enqueue(PUSH)
