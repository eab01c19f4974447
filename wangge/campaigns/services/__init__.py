"""Every write of campaigns: one function per intention."""

from wangge.campaigns.models.inspection import FIVE, GATE
from wangge.campaigns.rules import FigureDefinition
from wangge.campaigns.services.campaigns import (
    CampaignDraft,
    add_by_query,
    add_premises,
    close_campaign,
    create_campaign,
    extend_campaign,
    prefill,
    reopen_campaign,
    start_campaign,
    withdraw_campaign,
)
from wangge.campaigns.services.inspections import InspectionDraft, Item, record_inspection
from wangge.campaigns.services.liaison import VisitDraft, record_visit
from wangge.campaigns.services.locking import (
    draw_sample,
    freeze_again,
    hand_over,
    lock_campaign,
    release_recheck,
)
from wangge.campaigns.services.problems import (
    Found,
    assign_problem,
    dismiss_problem,
    recheck_problem,
    rectify_problem,
    start_problem,
)
from wangge.campaigns.services.reminders import remind, remind_at_opening, remind_by_clock
from wangge.campaigns.services.responses import Answered, Filled, submit_response, submit_responses
from wangge.campaigns.services.targets import (
    assign_targets,
    drop_target,
    recheck_target,
    restore_target,
)
from wangge.campaigns.services.uploads import refused_targets, upload_targets

__all__ = [
    "FIVE",
    "GATE",
    "Answered",
    "CampaignDraft",
    "FigureDefinition",
    "Filled",
    "Found",
    "InspectionDraft",
    "Item",
    "VisitDraft",
    "add_by_query",
    "add_premises",
    "assign_problem",
    "assign_targets",
    "close_campaign",
    "create_campaign",
    "dismiss_problem",
    "draw_sample",
    "drop_target",
    "extend_campaign",
    "freeze_again",
    "hand_over",
    "lock_campaign",
    "prefill",
    "recheck_problem",
    "recheck_target",
    "record_inspection",
    "record_visit",
    "rectify_problem",
    "refused_targets",
    "release_recheck",
    "remind",
    "remind_at_opening",
    "remind_by_clock",
    "reopen_campaign",
    "restore_target",
    "start_campaign",
    "start_problem",
    "submit_response",
    "submit_responses",
    "upload_targets",
    "withdraw_campaign",
]
