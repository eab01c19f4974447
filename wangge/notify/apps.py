"""The notify context."""

from wangge.kit.context import Context


class NotifyConfig(Context):
    name = "wangge.notify"
    verbose_name = "消息"
