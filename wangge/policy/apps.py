"""The policy context."""

from wangge.kit.context import Context


class PolicyConfig(Context):
    name = "wangge.policy"
    verbose_name = "政策库"
