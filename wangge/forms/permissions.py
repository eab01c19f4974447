"""Who writes questionnaires, who fills them in, who reads and takes away what was filled in."""

from wangge.kit import permissions

WRITERS = {"commander", "dispatcher", "analyst", "unit_handler", "area_admin", "sysadmin"}
FILLERS = WRITERS | {"grid_worker", "liaison", "health_officer", "volunteer"}
WRITE = permissions.grant("forms.form.write", "编写表单", WRITERS)
PUBLISH = permissions.grant(
    "forms.form.publish", "发布表单", {"commander", "analyst", "area_admin", "sysadmin"}
)
FILL = permissions.grant("forms.sheet.fill", "填写表单", FILLERS)
READ = permissions.grant("forms.sheet.read", "查看填报结果", WRITERS - {"sysadmin"})
EXPORT = permissions.grant(
    "forms.sheet.export", "导出填报结果", {"commander", "analyst", "area_admin", "unit_handler"}
)
