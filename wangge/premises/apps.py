"""The premises context."""

from wangge.kit.context import Context


class PremisesConfig(Context):
    name = "wangge.premises"
    verbose_name = "企业工地"
