"""The campaigns context."""

from wangge.kit.context import Context


class CampaignsConfig(Context):
    name = "wangge.campaigns"
    verbose_name = "联合排查"
