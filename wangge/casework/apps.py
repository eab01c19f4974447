"""The casework context."""

from wangge.kit.context import Context


class CaseworkConfig(Context):
    name = "wangge.casework"
    verbose_name = "派办"
