"""Who may change the rules of time."""

from wangge.kit import permissions

CALENDAR = permissions.grant("policy.calendar.edit", "维护工作日历", {"sysadmin", "commander"})
DEADLINES = permissions.grant("policy.deadline.edit", "维护办理时限", {"sysadmin", "commander"})
MODE = permissions.grant("policy.mode.switch", "切换平时战时", {"commander"})
