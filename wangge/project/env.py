"""The one typed reader of the environment: every variable declared once; an unknown one is an error."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Variable:
    """One setting: its name without ``WANGGE_``, how to read it, its default, what it means."""

    name: str
    read: Callable[[str], Any]
    default: Any
    meaning: str
    secret: bool = False


def _flag(text: str) -> bool:
    if text.lower() in {"1", "true", "yes", "on"}:
        return True
    if text.lower() in {"0", "false", "no", "off", ""}:
        return False
    raise ValueError(f"expected yes or no, got {text!r}")


VARIABLES: tuple[Variable, ...] = (
    Variable("HOME", Path, ROOT / "var", "where data, secrets, logs and uploads live"),
    Variable("DATABASE_URL", str, "", "an external PostgreSQL 18; empty: the embedded one", secret=True),
    Variable("HOST", str, "127.0.0.1", "address to listen on"),
    Variable("PORT", int, 8410, "port of the pages and the API; the live channel listens on the next one"),
    Variable("PUBLIC_URL", str, "", "the address people type; https makes cookies Secure"),
    Variable("LIVE_URL", str, "", "address of the live channel behind a proxy; empty: next port"),
    Variable(
        "VIDEO", _flag, True, "whether the media gateway runs; it listens on the port after the live one"
    ),
    Variable(
        "VIDEO_URL",
        str,
        "",
        "address of the media gateway behind a proxy (ws:// or wss://); empty: that port",
    ),
    Variable("SIP_PORT", int, 0, "GB/T 28181 over UDP and TCP; 0: off"),
    Variable("SIP_HOST", str, "", "address by which devices reach us; empty: the address to listen on"),
    Variable("SIP_CODE", str, "32061200002000000001", "our 20-digit code as GB/T 28181 platform"),
    Variable(
        "SIP_PASSWORD",
        str,
        "",
        "password of devices without their own; generated at first start",
        secret=True,
    ),
    Variable("MEDIA_PORTS", str, "26100-27099", "RTP ports of GB/T 28181, first-last"),
    Variable("WEB_WORKERS", int, min(os.cpu_count() or 1, 4), "web processes"),
    Variable("WEB_THREADS", int, 4, "requests each web process serves at once"),
    Variable("DEBUG", _flag, False, "developer pages; never where people work"),
    Variable("LOG_LEVEL", str, "INFO", "least severe log line that is written"),
    Variable("SCOPE", str, "", "row scope a process starts with: 'all' for workers and commands"),
    Variable("SECRET_KEY", str, "", "signing key; generated at first start", secret=True),
    Variable("DATA_KEY", str, "", "master key for personal data, 64 hex digits; generated", secret=True),
    Variable("SEAL_KEY", str, "", "private key that phones seal for, 64 hex digits; generated", secret=True),
    Variable("TEST_DATABASE_URL", str, "", "PostgreSQL for tests; empty: an embedded one", secret=True),
)


class EnvironmentProblem(Exception):
    """The environment cannot be read; the message names the variable."""


def read(environ: Mapping[str, str] | None = None) -> dict[str, Any]:
    """All variables as typed values. Secrets may also come from ``WANGGE_X_FILE``."""
    environ = os.environ if environ is None else environ
    known = {f"WANGGE_{v.name}" for v in VARIABLES}
    known |= {f"WANGGE_{v.name}_FILE" for v in VARIABLES if v.secret}
    unknown = sorted(k for k in environ if k.startswith("WANGGE_") and k not in known)
    if unknown:
        raise EnvironmentProblem(f"unknown setting {', '.join(unknown)}; see docs/operations/settings.md")
    values: dict[str, Any] = {}
    for variable in VARIABLES:
        name = f"WANGGE_{variable.name}"
        text = environ.get(name)
        if variable.secret and text is None and f"{name}_FILE" in environ:
            text = Path(environ[f"{name}_FILE"]).read_text().strip()
        try:
            values[variable.name] = variable.default if text is None else variable.read(text)
        except ValueError as error:
            raise EnvironmentProblem(f"{name}: {error}") from error
    return values


def kept_secret(home: Path, name: str, length: int = 32) -> str:
    """A secret of ``length`` bytes in hex under ``home/secrets``, made at first use with mode 0600."""
    folder = home / "secrets"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / name
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as out:
        value = secrets.token_hex(length)
        out.write(value)
    return value
