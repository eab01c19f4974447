"""Who may do what in 附件. Whether one sees a file is decided by the gate of its owner."""

from wangge.kit.permissions import grant

STAFF = {
    "commander", "dispatcher", "shift_leader", "operator", "reviewer", "callback", "supervisor",
    "unit_handler", "area_admin", "grid_worker", "knowledge_keeper", "health_officer", "liaison",
}  # fmt: skip
ADD = grant("files.attachment.add", "上传附件", STAFF)
READ = grant("files.attachment.read", "查看附件", STAFF)
