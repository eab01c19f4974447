"""The live context."""

from wangge.kit.context import Context


class LiveConfig(Context):
    name = "wangge.live"
    verbose_name = "推送"
