"""Every write of org, one function per intention."""

from wangge.org.services.devices import (
    NewCode,
    enrol_device,
    make_enrolment_code,
    revoke_device,
    touch_device,
)
from wangge.org.services.directory import (
    NewAccount,
    PreparedPassword,
    create_account,
    create_agency,
    disable_account,
    enable_account,
    end_post,
    give_post,
    prepare_password,
    reset_password,
    reset_totp,
    set_role_policy,
)
from wangge.org.services.elevation import elevate, end_elevation, note_elevated, require_elevated
from wangge.org.services.login import (
    LoggedIn,
    change_password,
    choose_post,
    confirm_totp,
    enrol_totp,
    log_in,
    verify_totp,
)
from wangge.org.services.scope import scope_connection, scoped, unscope_connection
from wangge.org.services.sessions import end_sessions_of, erase_old_sessions, log_out, touch

__all__ = [
    "LoggedIn",
    "NewAccount",
    "NewCode",
    "PreparedPassword",
    "change_password",
    "choose_post",
    "confirm_totp",
    "create_account",
    "create_agency",
    "disable_account",
    "elevate",
    "enable_account",
    "end_elevation",
    "end_post",
    "end_sessions_of",
    "enrol_device",
    "enrol_totp",
    "erase_old_sessions",
    "give_post",
    "log_in",
    "log_out",
    "make_enrolment_code",
    "note_elevated",
    "prepare_password",
    "require_elevated",
    "reset_password",
    "reset_totp",
    "revoke_device",
    "scope_connection",
    "scoped",
    "set_role_policy",
    "touch",
    "touch_device",
    "unscope_connection",
    "verify_totp",
]
