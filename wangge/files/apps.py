"""The files context."""

from wangge.kit.context import Context


class FilesConfig(Context):
    name = "wangge.files"
    verbose_name = "附件"
