"""The audit context."""

from wangge.kit.context import Context


class AuditConfig(Context):
    name = "wangge.audit"
    verbose_name = "日志"
