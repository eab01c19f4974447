"""The bigscreen context."""

from wangge.kit.context import Context


class BigscreenConfig(Context):
    name = "wangge.bigscreen"
    verbose_name = "大屏"
