"""What campaigns announce; subscribers run in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CampaignStarted:
    """A campaign went out to the phones."""

    campaign_id: int


@dataclass(frozen=True, slots=True)
class CampaignHanded:
    """A frozen snapshot was handed to headquarters."""

    campaign_id: int
    snapshot_id: int


@dataclass(frozen=True, slots=True)
class ProblemFound:
    """A problem of an enterprise or site was written down."""

    problem_id: int
    premises_id: int
    source: str


@dataclass(frozen=True, slots=True)
class ProblemClosed:
    """It was struck off."""

    problem_id: int
    premises_id: int
