"""The tables of patrol."""

from wangge.patrol.models.events import Event, EventClass, EventFile, EventMove, EventUnit
from wangge.patrol.models.notices import NoticeKind, NoticeServed
from wangge.patrol.models.rounds import CheckIn, CheckInPoint, Round, Visit

__all__ = [
    "CheckIn",
    "CheckInPoint",
    "Event",
    "EventClass",
    "EventFile",
    "EventMove",
    "EventUnit",
    "NoticeKind",
    "NoticeServed",
    "Round",
    "Visit",
]
