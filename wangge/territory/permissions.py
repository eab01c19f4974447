"""Who may do what with areas. Reading is for everyone logged in: areas are public facts."""

from wangge.kit import permissions

EDIT = permissions.grant("territory.area.edit", "维护区划网格", {"sysadmin"})
IMPORT = permissions.grant("territory.area.import", "导入区划代码", {"sysadmin"})
