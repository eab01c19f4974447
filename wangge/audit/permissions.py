"""Who may do what in 日志."""

from wangge.kit.permissions import grant

READ = grant("audit.entry.read", "查看操作日志", {"auditor", "commander"})
VERIFY = grant("audit.seal.verify", "校验日志", {"auditor", "commander", "sysadmin"})
REVEAL = grant(
    "audit.field.reveal",
    "查看完整个人信息",
    {
        "commander", "dispatcher", "shift_leader", "operator", "reviewer", "callback", "supervisor",
        "unit_handler", "area_admin", "grid_worker", "health_officer", "liaison",
    },
)  # fmt: skip
