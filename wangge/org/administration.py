"""The administrator's operations; every one of them needs an elevated session."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from wangge.kit.http import actor_of
from wangge.org import queries, services

router = Router()


class AgencyIn(Schema):
    name: str = Field(max_length=80)
    short_name: str = Field("", max_length=20)
    kind: str
    parent_id: int | None = None
    area_id: int | None = None


class AgencyMade(Schema):
    id: int
    name: str


class AccountIn(Schema):
    username: str = Field(max_length=40)
    name: str = Field(max_length=40)


class AccountMade(Schema):
    """``password`` is shown this once."""

    id: int
    username: str
    password: str


class AccountOut(Schema):
    id: int
    username: str
    name: str
    is_active: bool
    totp: bool
    must_change_password: bool
    last_login: datetime | None
    posts: list[str]


class AccountPage(Schema):
    items: list[AccountOut]
    next_cursor: str | None


class PostIn(Schema):
    account_id: int
    role: str
    agency_id: int | None = None
    area_id: int | None = None
    title: str = Field("", max_length=40)
    head: bool = False


class PostMade(Schema):
    id: int


class PasswordMade(Schema):
    password: str


class PolicyOut(Schema):
    role: str
    role_label: str
    totp_required: bool
    session_minutes: int
    valid_from: date | None


class PolicyIn(Schema):
    totp_required: bool
    session_minutes: int


class ElevationRow(Schema):
    id: int
    account_name: str
    purpose: str
    started_at: datetime
    until: datetime
    ended_at: datetime | None
    requests: int


@router.post("administration/agencies", response={201: AgencyMade}, operation_id="org_create_agency")
def create_agency(request: HttpRequest, payload: AgencyIn) -> Any:
    """A new agency."""
    agency = services.create_agency(actor=actor_of(request), **payload.dict())
    return Status(201, {"id": agency.pk, "name": agency.name})


@router.get("accounts", response=AccountPage, operation_id="org_list_accounts")
def list_accounts(request: HttpRequest, q: str = "", cursor: str = "", limit: int = 50) -> Any:
    """Accounts by user name, with what they may do; ``q`` is the beginning of the user name."""
    return queries.accounts_visible_to(actor_of(request), q, cursor, limit)


@router.post("accounts", response={201: AccountMade}, operation_id="org_create_account")
def create_account(request: HttpRequest, payload: AccountIn) -> Any:
    """A new account with a first password that must be changed."""
    made = services.create_account(actor=actor_of(request), username=payload.username, name=payload.name)
    account = made.account
    return Status(201, {"id": account.pk, "username": account.username, "password": made.password})


@router.post("accounts/{account_id}/disable", response={204: None}, operation_id="org_disable_account")
def disable_account(request: HttpRequest, account_id: int) -> Any:
    """Close an account and end its sessions."""
    services.disable_account(actor=actor_of(request), account_id=account_id)
    return Status(204, None)


@router.post("accounts/{account_id}/enable", response={204: None}, operation_id="org_enable_account")
def enable_account(request: HttpRequest, account_id: int) -> Any:
    """Open it again."""
    services.enable_account(actor=actor_of(request), account_id=account_id)
    return Status(204, None)


@router.post("accounts/{account_id}/password", response=PasswordMade, operation_id="org_reset_password")
def reset_password(request: HttpRequest, account_id: int) -> Any:
    """A new first password, shown this once."""
    return {"password": services.reset_password(actor=actor_of(request), account_id=account_id)}


@router.delete("accounts/{account_id}/totp", response={204: None}, operation_id="org_reset_totp")
def reset_totp(request: HttpRequest, account_id: int) -> Any:
    """Take a lost second factor away."""
    services.reset_totp(actor=actor_of(request), account_id=account_id)
    return Status(204, None)


@router.delete("accounts/{account_id}/sessions", response={204: None}, operation_id="org_end_sessions")
def end_sessions(request: HttpRequest, account_id: int) -> Any:
    """Log a person out everywhere."""
    services.end_sessions_of(actor=actor_of(request), account_id=account_id)
    return Status(204, None)


@router.post("posts", response={201: PostMade}, operation_id="org_give_post")
def give_post(request: HttpRequest, payload: PostIn) -> Any:
    """Put a person in a role."""
    return Status(201, {"id": services.give_post(actor=actor_of(request), **payload.dict()).pk})


@router.post("posts/{post_id}/end", response={204: None}, operation_id="org_end_post")
def end_post(request: HttpRequest, post_id: int) -> Any:
    """End a post from today on."""
    services.end_post(actor=actor_of(request), post_id=post_id)
    return Status(204, None)


@router.get("role-policies", response=list[PolicyOut], operation_id="org_list_role_policies")
def list_role_policies(request: HttpRequest) -> Any:
    """How each role logs in today."""
    return queries.policies_visible_to(actor_of(request))


@router.put("role-policies/{role}", response={204: None}, operation_id="org_set_role_policy")
def set_role_policy(request: HttpRequest, role: str, payload: PolicyIn) -> Any:
    """Change it from today on."""
    services.set_role_policy(actor=actor_of(request), role=role, **payload.dict())
    return Status(204, None)


@router.get("elevations", response=list[ElevationRow], operation_id="org_list_elevations")
def list_elevations(request: HttpRequest) -> Any:
    """The last hundred administrator sessions: who, why, how long, how many requests."""
    return queries.elevations_visible_to(actor_of(request))
