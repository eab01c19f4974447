"""Who writes questionnaires, who fills them in."""

from wangge.kit import permissions

WRITERS = {"commander", "dispatcher", "analyst", "unit_handler", "area_admin", "sysadmin"}
WRITE = permissions.grant("forms.form.write", "编写表单", WRITERS)
PUBLISH = permissions.grant(
    "forms.form.publish", "发布表单", {"commander", "analyst", "area_admin", "sysadmin"}
)
FILL = permissions.grant(
    "forms.sheet.fill", "填写表单", WRITERS | {"grid_worker", "liaison", "health_officer", "volunteer"}
)
READ = permissions.grant("forms.sheet.read", "查看填报结果", WRITERS)
