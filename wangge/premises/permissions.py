"""Who may do what in 企业工地 (spec §12.1); the rows are a question for the queries."""

from __future__ import annotations

from wangge.kit.permissions import grant

DESKS = {"commander", "dispatcher", "shift_leader", "operator", "reviewer", "callback", "supervisor"}
KEEPERS = {"dispatcher", "shift_leader", "area_admin"}

SEE = grant(
    "premises.premises.see",
    "查看企业工地",
    {*DESKS, *KEEPERS, "unit_handler", "grid_worker", "liaison", "analyst", "health_officer"},
)
REGISTER = grant("premises.premises.register", "登记企业工地", {*KEEPERS, "grid_worker"})
CORRECT = grant("premises.premises.correct", "更正企业工地信息", {*KEEPERS, "grid_worker", "liaison"})
DECIDE = grant("premises.premises.decide", "核实、关停企业工地", KEEPERS)
SET_CONTACT = grant("premises.contact.set", "维护企业联系人", {*KEEPERS, "grid_worker", "liaison"})
REVEAL = grant(
    "premises.contact.reveal",
    "查看企业联系电话",
    {*DESKS, *KEEPERS, "grid_worker", "liaison", "health_officer"},
)
SEE_STAFF = grant(
    "premises.staff.see", "查看职工名册", {"commander", "shift_leader", "area_admin", "health_officer"}
)
PUT_STAFF = grant("premises.staff.put", "维护职工名册", {"shift_leader", "area_admin"})
REVEAL_STAFF = grant(
    "premises.staff.reveal", "查看职工完整信息", {"commander", "shift_leader", "area_admin", "health_officer"}
)
SEE_PAIRS = grant(
    "premises.pair.see", "查看挂钩联系", {*DESKS, *KEEPERS, "liaison", "unit_handler", "analyst"}
)
PAIR = grant("premises.pair.edit", "安排挂钩联系", KEEPERS)
IMPORT = grant("premises.ledger.import", "导入企业台账", KEEPERS)
