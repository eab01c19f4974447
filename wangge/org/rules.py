"""Roles and their reach; how long a log-in must wait after failures. Pure, no Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Scope = Literal["all", "area", "agency", ""]


@dataclass(frozen=True, slots=True)
class Role:
    """One role of spec §12.1: ``scope`` is what its row filter is made of.

    ``all`` = the whole district, ``area`` = the post's area, ``agency`` = what its agency is
    assigned, ``""`` = no business rows at all (logs, accounts, own shifts).
    """

    code: str
    label: str
    scope: Scope


_TABLE: tuple[Role, ...] = (
    Role("commander", "指挥长", "all"),
    Role("dispatcher", "派单员", "all"),
    Role("shift_leader", "值班长", "all"),
    Role("operator", "话务员", "all"),
    Role("reviewer", "审核员", "all"),
    Role("callback", "回访员", "all"),
    Role("supervisor", "督办员", "all"),
    Role("unit_handler", "承办员", "agency"),
    Role("area_admin", "镇村管理员", "area"),
    Role("grid_worker", "网格员", "area"),
    Role("knowledge_keeper", "知识库管理员", ""),
    Role("analyst", "分析员", "all"),
    Role("health_officer", "疾控人员", "all"),
    Role("sampler", "采样登记员", ""),
    Role("liaison", "企业联络员", "area"),
    Role("volunteer", "志愿者", ""),
    Role("auditor", "审计员", ""),
    Role("wall", "大屏", "all"),
    Role("sysadmin", "系统管理员", ""),
)
ROLES: dict[str, Role] = {role.code: role for role in _TABLE}
DISTRICT_ROLES = frozenset(r.code for r in _TABLE if r.scope == "all")
STAFF = frozenset(ROLES) - {"wall", "volunteer"}

AGENCY_KINDS = {
    "centre": "指挥中心",
    "department": "部门",
    "town": "镇街道",
    "village": "村社区",
    "unit": "下属单位",
}
AGENCY_DEPTH = 3

STAGES = {
    "second_factor": "等待动态口令",
    "enrol": "等待绑定动态口令",
    "password": "等待修改密码",
    "post": "等待选择岗位",
    "ready": "已登录",
}

DEVICE_STATES = {"active": "使用中", "revoked": "已停用"}
# Accounts, logs and the wall are no work for a telephone.
WITHOUT_PHONE = frozenset({"sysadmin", "auditor", "wall"})
CODE_LIFE = timedelta(minutes=15)
CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 16
CLOCK_SKEW = timedelta(minutes=5)
AREA_COLUMNS = {"district": "district_id", "town": "town_id", "village": "village_id", "grid": "id"}

ACCOUNT_FAILURES = 5
ADDRESS_FAILURES = 40
FAILURE_WINDOW = timedelta(minutes=15)
LONGEST_ELEVATION = 30
LONGEST_SESSION = timedelta(hours=16)


def needs(role: str) -> tuple[bool, bool]:
    """Whether a post of this role must name an agency, an area."""
    scope = ROLES[role].scope
    return scope == "agency", scope == "area"


def wait_after(failures: Sequence[datetime], limit: int, now: datetime) -> int:
    """Seconds until another try is allowed; 0 = now.

    ``failures`` are the moments of the failed tries. More than ``limit`` inside the window close
    the door until the oldest of the last ``limit`` has left the window.
    """
    recent = sorted(at for at in failures if at > now - FAILURE_WINDOW)
    if len(recent) < limit:
        return 0
    opens = recent[-limit] + FAILURE_WINDOW
    return max(int((opens - now).total_seconds()) + 1, 1)


def waiting_words(seconds: int) -> str:
    """``75`` → ``2 分钟``; below a minute in seconds."""
    return f"{seconds} 秒" if seconds < 60 else f"{-(-seconds // 60)} 分钟"


def plain_code(text: str) -> str:
    """An enrolment code as it is hashed: what people type, without dashes and blanks, in capitals."""
    return "".join(text.upper().replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Signed:
    """What an ``Authorization: Wangge-Device …`` header says."""

    device_id: int
    at: int
    signature: str


SCHEME = "Wangge-Device "


def signed_header(header: str) -> Signed | None:
    """The parts of the header; ``None`` when it is not written as it should be."""
    if not header.startswith(SCHEME):
        return None
    pairs = dict(part.strip().partition("=")[::2] for part in header[len(SCHEME) :].split(","))
    device_id, at, signature = pairs.get("id", ""), pairs.get("at", ""), pairs.get("sig", "")
    whole = device_id.isdecimal() and at.isdecimal() and len(device_id) <= 18 and len(at) <= 15
    return Signed(int(device_id), int(at), signature) if whole and signature else None


def request_text(method: str, target: str, at: int, body_sha256: str) -> bytes:
    """What a device signs of a request; ``target`` is path and query as they were sent."""
    return f"wangge.request.v1\n{method}\n{target}\n{at}\n{body_sha256}".encode()


def enrolment_text(code: str, public_key: str) -> bytes:
    """What a new device signs to prove that it holds the key."""
    return f"wangge.enrol.v1\n{code}\n{public_key}".encode()


def skewed(at: int, now: datetime) -> bool:
    """Whether a device's moment (milliseconds) is too far from the server's."""
    return abs(at / 1000 - now.timestamp()) > CLOCK_SKEW.total_seconds()
