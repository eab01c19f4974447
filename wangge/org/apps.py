"""The org context."""

from wangge.kit.context import Context


class OrgConfig(Context):
    name = "wangge.org"
    verbose_name = "机构岗位"
