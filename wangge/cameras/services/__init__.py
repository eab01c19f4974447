"""Every write of the cameras: catalogue, screening, rights, passes for looking, what the gateway reports."""

from wangge.cameras.services.catalogue import PointDraft, change_point, put_points, set_status
from wangge.cameras.services.channels import channel_list, follow_gateway, push_channels
from wangge.cameras.services.gateway import command, pass_for, push, state
from wangge.cameras.services.imports import import_points, refused_rows, take_catalogue
from wangge.cameras.services.looking import Seen, look
from wangge.cameras.services.reports import erase_old, on_report, take_in_reports
from wangge.cameras.services.rights import end_right, give_right
from wangge.cameras.services.screening import adopt_batch, discard_batch, override_decision, run_screening

__all__ = [
    "PointDraft",
    "Seen",
    "adopt_batch",
    "change_point",
    "channel_list",
    "command",
    "discard_batch",
    "end_right",
    "erase_old",
    "follow_gateway",
    "give_right",
    "import_points",
    "look",
    "on_report",
    "override_decision",
    "pass_for",
    "push",
    "push_channels",
    "put_points",
    "refused_rows",
    "run_screening",
    "set_status",
    "state",
    "take_catalogue",
    "take_in_reports",
]
