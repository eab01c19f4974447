"""The territory context."""

from wangge.kit.context import Context


class TerritoryConfig(Context):
    name = "wangge.territory"
    verbose_name = "区划"
