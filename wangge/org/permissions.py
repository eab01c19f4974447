"""Who may do what in 机构岗位."""

from wangge.kit.permissions import grant
from wangge.org.rules import STAFF

READ_DIRECTORY = grant("org.directory.read", "查看机构和岗位", STAFF)
ELEVATE = grant("org.session.elevate", "进入限时管理状态", {"sysadmin"})
MANAGE_ACCOUNTS = grant("org.account.manage", "管理账号", {"sysadmin"})
MANAGE_AGENCIES = grant("org.agency.manage", "管理机构", {"sysadmin"})
GIVE_POSTS = grant("org.post.give", "授予岗位", {"sysadmin"})
SET_POLICY = grant("org.policy.set", "设置登录要求", {"sysadmin"})
READ_ACCOUNTS = grant("org.account.read", "查看账号", {"sysadmin", "auditor"})
END_SESSIONS = grant("org.session.end", "注销他人登录", {"sysadmin"})
ENROL_DEVICES = grant("org.device.enrol", "登记手机", {"area_admin", "sysadmin"})
REVOKE_DEVICES = grant("org.device.revoke", "停用手机", {"area_admin", "sysadmin"})
READ_DEVICES = grant("org.device.read", "查看手机", {"area_admin", "sysadmin", "auditor"})
