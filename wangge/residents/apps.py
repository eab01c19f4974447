"""The residents context."""

from wangge.kit.context import Context


class ResidentsConfig(Context):
    name = "wangge.residents"
    verbose_name = "人口库"
