"""The sync context."""

from wangge.kit.context import Context


class SyncConfig(Context):
    name = "wangge.sync"
    verbose_name = "离线"
