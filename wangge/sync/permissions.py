"""Who may do what in 离线: everybody whose work fits on a telephone."""

from wangge.kit.permissions import grant

USE = grant(
    "sync.phone.use",
    "使用手机端",
    {
        "commander", "dispatcher", "shift_leader", "operator", "reviewer", "callback", "supervisor",
        "unit_handler", "area_admin", "grid_worker", "knowledge_keeper", "analyst", "health_officer",
        "sampler", "liaison", "volunteer",
    },
)  # fmt: skip
