"""Errors that a person may read: a stable English code, an HTTP status, a Chinese message."""

from __future__ import annotations

from typing import Any


class BusinessError(Exception):
    """A refusal the user may see.

    ``code`` is a stable English word for programs, ``message`` is Chinese and may be shown as it
    is, ``data`` carries only JSON values and never personal data.
    """

    status = 400
    code = "refused"

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        status: int | None = None,
        data: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.code
        self.status = status or self.status
        self.data = data or {}


class NotFound(BusinessError):
    """Absent or outside the actor's scope: the two must not be told apart."""

    status = 404
    code = "not_found"

    def __init__(self, message: str = "没有找到,或不在您的权限范围内", **kwargs: Any) -> None:
        super().__init__(message, **kwargs)


class Forbidden(BusinessError):
    """Visible, but this role may not do this."""

    status = 403
    code = "forbidden"

    def __init__(self, message: str = "您的岗位不能进行这项操作", **kwargs: Any) -> None:
        super().__init__(message, **kwargs)


class Conflict(BusinessError):
    """The state does not allow it, or somebody else was faster."""

    status = 409
    code = "conflict"


class Gone(BusinessError):
    """It existed and was removed on purpose."""

    status = 410
    code = "gone"


class StaleVersion(BusinessError):
    """The edited version is no longer the current one (If-Match failed)."""

    status = 412
    code = "stale_version"

    def __init__(self, message: str = "内容已被他人修改,请核对后重新提交", **kwargs: Any) -> None:
        super().__init__(message, **kwargs)


class Invalid(BusinessError):
    """Malformed input. ``data['fields']`` maps a field name to its Chinese message."""

    status = 422
    code = "invalid"

    @classmethod
    def field(cls, name: str, message: str) -> Invalid:
        """One field is wrong: ``name`` is the API name, ``message`` tells what to do."""
        return cls(message, data={"fields": {name: message}})


class Locked(BusinessError):
    """Somebody holds it just now; try again."""

    status = 423
    code = "locked"


class TooMany(BusinessError):
    """Slow down. ``data['retry_after']`` is in seconds."""

    status = 429
    code = "too_many"
