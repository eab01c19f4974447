"""Who may stand before the wall: only roles that see the whole district."""

from wangge.kit.permissions import grant

WATCH = {"commander", "dispatcher", "shift_leader", "operator", "reviewer", "callback", "supervisor"}

VIEW = grant("bigscreen.wall.view", "查看大屏", WATCH | {"analyst", "health_officer", "wall"})
