"""The reports context."""

from wangge.kit.context import Context


class ReportsConfig(Context):
    name = "wangge.reports"
    verbose_name = "报表"
