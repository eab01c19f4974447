"""Every write of the cameras: passes for looking, the gateway's list, what the gateway reports."""

from wangge.cameras.services.gateway import command, pass_for, push, state
from wangge.cameras.services.reports import erase_old, on_report, take_in_reports

__all__ = ["command", "erase_old", "on_report", "pass_for", "push", "state", "take_in_reports"]
