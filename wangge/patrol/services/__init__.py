"""Every write of patrol, one function per intention."""

from wangge.patrol.rules import TrackPoint
from wangge.patrol.services.capture import Capture
from wangge.patrol.services.cases import decide_return, dispatch, establish_case, urge, void_event
from wangge.patrol.services.closing import close_event, close_unchecked, rate_event, verify_event
from wangge.patrol.services.findings import FindingDraft, Picture, handle_self, join_event, report_finding
from wangge.patrol.services.handling import feed_back, request_return, sign_event
from wangge.patrol.services.notices import NoticeDraft, reveal_served_to, serve_notice
from wangge.patrol.services.register import (
    PointDraft,
    add_point,
    change_point,
    end_point,
    seed,
    set_class,
    set_notice_kind,
)
from wangge.patrol.services.rounds import CheckInDraft, RoundEnd, check_in, end_round, start_round
from wangge.patrol.services.upkeep import forget_tracks, mark_late, take_digests
from wangge.patrol.services.visits import VisitDraft, record_visit, record_visits

__all__ = [
    "Capture",
    "CheckInDraft",
    "FindingDraft",
    "NoticeDraft",
    "Picture",
    "PointDraft",
    "RoundEnd",
    "TrackPoint",
    "VisitDraft",
    "add_point",
    "change_point",
    "check_in",
    "close_event",
    "close_unchecked",
    "decide_return",
    "dispatch",
    "end_point",
    "end_round",
    "establish_case",
    "feed_back",
    "forget_tracks",
    "handle_self",
    "join_event",
    "mark_late",
    "rate_event",
    "record_visit",
    "record_visits",
    "report_finding",
    "request_return",
    "reveal_served_to",
    "seed",
    "serve_notice",
    "set_class",
    "set_notice_kind",
    "sign_event",
    "start_round",
    "take_digests",
    "urge",
    "verify_event",
    "void_event",
]
