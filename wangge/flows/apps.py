"""The flows context."""

from wangge.kit.context import Context


class FlowsConfig(Context):
    name = "wangge.flows"
    verbose_name = "跨业务"
