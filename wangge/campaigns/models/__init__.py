"""Tables of campaigns, by noun."""

from wangge.campaigns.models.campaign import Campaign, CampaignMove, Reminder, Sample, Snapshot
from wangge.campaigns.models.inspection import Inspection, InspectionItem, LiaisonVisit, Suggestion
from wangge.campaigns.models.problem import Problem, ProblemMove
from wangge.campaigns.models.target import (
    Response,
    Target,
    TargetMove,
    TargetRefusal,
    TargetUpload,
)

__all__ = [
    "Campaign",
    "CampaignMove",
    "Inspection",
    "InspectionItem",
    "LiaisonVisit",
    "Problem",
    "ProblemMove",
    "Reminder",
    "Response",
    "Sample",
    "Snapshot",
    "Suggestion",
    "Target",
    "TargetMove",
    "TargetRefusal",
    "TargetUpload",
]
