"""The hotline context."""

from wangge.kit.context import Context


class HotlineConfig(Context):
    name = "wangge.hotline"
    verbose_name = "12345热线"
