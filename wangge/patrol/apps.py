"""The patrol context."""

from wangge.kit.context import Context


class PatrolConfig(Context):
    name = "wangge.patrol"
    verbose_name = "网格巡查"
