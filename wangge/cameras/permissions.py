"""Who may do what in 视频资源."""

from wangge.kit.permissions import grant

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
