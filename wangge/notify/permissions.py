"""Who may do what in 消息. Everybody reads what is addressed to his post; the wall reads nothing."""

from wangge.kit.permissions import grant

READ = grant(
    "notify.message.read",
    "查看消息",
    {
        "commander", "dispatcher", "shift_leader", "operator", "reviewer", "callback", "supervisor",
        "unit_handler", "area_admin", "grid_worker", "knowledge_keeper", "analyst", "health_officer",
        "sampler", "liaison", "volunteer", "auditor", "sysadmin",
    },
)  # fmt: skip
