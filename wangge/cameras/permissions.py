"""Who may do what in 视频资源."""

from wangge.kit.permissions import grant

WATCHERS = {"commander", "dispatcher", "shift_leader", "supervisor", "health_officer"}

SEE = grant(
    "cameras.point.see",
    "查看视频点位",
    WATCHERS | {"analyst", "area_admin", "grid_worker", "unit_handler"},
)
MAINTAIN = grant("cameras.point.maintain", "维护视频点位", {"commander", "shift_leader", "analyst"})
IMPORT = grant("cameras.point.import", "导入视频点位", {"commander", "shift_leader", "analyst"})
SCREEN = grant(
    "cameras.screening.run", "筛查视频点位", {"commander", "shift_leader", "dispatcher", "analyst"}
)
ADOPT = grant("cameras.screening.adopt", "启用筛查结果", {"commander", "shift_leader"})
GRANT = grant("cameras.right.give", "授予视频查看权", {"commander"})
LOOK = grant(
    "cameras.channel.view",
    "查看视频",
    {"commander", "dispatcher", "shift_leader", "supervisor", "area_admin", "health_officer", "unit_handler",
     "grid_worker", "wall"},
)  # fmt: skip
MOVE = grant("cameras.channel.move", "控制云台", {"commander", "dispatcher", "shift_leader"})
CLIP = grant("cameras.channel.clip", "截取录像", {"commander", "shift_leader", "supervisor"})
TALK = grant("cameras.channel.talk", "对讲喊话", {"commander", "dispatcher", "shift_leader"})
REPLAY = grant("cameras.channel.replay", "回放录像", {"commander", "shift_leader", "supervisor"})
VIEW_LOG = grant("cameras.view_log.read", "查看视频调阅日志", {"auditor", "commander"})
