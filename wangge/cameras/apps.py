"""The cameras context."""

from wangge.kit.context import Context


class CamerasConfig(Context):
    name = "wangge.cameras"
    verbose_name = "视频资源"
