"""The rehearsal context."""

from wangge.kit.context import Context


class RehearsalConfig(Context):
    name = "wangge.rehearsal"
    verbose_name = "演练数据"
