"""Who may do what in 人口库 (spec §12.1); the rows are a question for the queries."""

from __future__ import annotations

from wangge.kit.permissions import grant

BASE = ("grid_worker", "area_admin")
CENTRE = ("commander", "shift_leader", "health_officer")

SEE = grant("residents.person.see", "查看人口信息", {*BASE, *CENTRE, "dispatcher"})
REVEAL = grant("residents.person.reveal", "查看完整人口信息", {*BASE, *CENTRE})
CALL = grant("residents.person.call", "拨打居民电话", {*BASE, *CENTRE})
EDIT = grant("residents.person.edit", "登记和更正人口信息", {*BASE, "health_officer"})
REGISTER = grant(
    "residents.registration.register", "登记来通返通人员", {*BASE, "health_officer", "shift_leader"}
)
MERGE = grant("residents.person.merge", "合并重复人员", {"area_admin", "health_officer"})
IMPORT = grant("residents.ledger.import", "导入人口台账", {"area_admin", "shift_leader"})
LOOKS = grant("residents.person.looks", "查询谁看过", {"area_admin", *CENTRE})
ERASURES = grant("residents.erasure.see", "查看到期清除记录", {"area_admin", "auditor", *CENTRE})
