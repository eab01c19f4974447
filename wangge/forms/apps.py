"""The forms context."""

from wangge.kit.context import Context


class FormsConfig(Context):
    name = "wangge.forms"
    verbose_name = "表单"
