"""Django's settings, all from ``env``: what a user may change at run time is a row, not a setting."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import structlog
from psycopg.conninfo import conninfo_to_dict

from wangge.kit import crypto, sealing
from wangge.project import env
from wangge.project.floors import CONTEXTS
from wangge.project.logs import without_values
from wangge.project.postgres import Cluster

ENV = env.read()
HOME: Path = ENV["HOME"]
HOME.mkdir(parents=True, exist_ok=True)
BASE_DIR = env.ROOT
DEBUG = ENV["DEBUG"]
SECRET_KEY = ENV["SECRET_KEY"] or env.kept_secret(HOME, "secret-key")
crypto.use_master(bytes.fromhex(ENV["DATA_KEY"] or env.kept_secret(HOME, "data-key")))
sealing.use_secret(bytes.fromhex(ENV["SEAL_KEY"] or env.kept_secret(HOME, "seal-key")))

PUBLIC_URL: str = ENV["PUBLIC_URL"] or f"http://{ENV['HOST']}:{ENV['PORT']}"
LIVE_PORT: int = ENV["PORT"] + 1
_public = urlsplit(PUBLIC_URL)
LIVE_URL: str = ENV["LIVE_URL"] or f"{_public.scheme}://{_public.hostname}:{LIVE_PORT}"
VIDEO_PORT: int = ENV["PORT"] + 2
_ws = "wss" if _public.scheme == "https" else "ws"
VIDEO_URL: str = ENV["VIDEO_URL"] or f"{_ws}://{_public.hostname}:{VIDEO_PORT}"
VIDEO_HOME = HOME / "video"
VIDEO_KEY_FILE = HOME / "secrets" / "video-key"
env.kept_secret(HOME, "video-key")
SECURE = _public.scheme == "https"
ALLOWED_HOSTS = [_public.hostname or "127.0.0.1", "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

CLUSTER = Cluster(HOME / "pg")
DATABASE_URL: str = ENV["DATABASE_URL"] or CLUSTER.url()


def database(url: str) -> dict[str, Any]:
    """Django's description of a PostgreSQL URL, with the row scope this process starts with."""
    parts = conninfo_to_dict(url)
    # prepared on the server after three uses: planning the row policies is the dear part of a statement
    options = "-c jit=off -c lock_timeout=3s"
    if ENV["SCOPE"]:
        options += f" -c wangge.scope={ENV['SCOPE']}"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname", "wangge"),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {"options": options, "server_side_binding": True, "prepare_threshold": 3},
    }


DATABASES = {"default": database(DATABASE_URL)}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "wangge.project.apps.ProjectConfig",
    *(f"wangge.{name}" for name in CONTEXTS),
    "procrastinate.contrib.django",  # last: it collects the jobs that the contexts offered before it
]
AUTH_USER_MODEL = "org.Account"
MIDDLEWARE = [
    "wangge.project.middleware.RequestLog",
    "wangge.project.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "wangge.org.middleware.ActorMiddleware",
]
ROOT_URLCONF = "wangge.project.urls"
WSGI_APPLICATION = "wangge.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
PASSWORD_HASHERS = ["wangge.org.hashers.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {}),
    )
]
SESSION_COOKIE_NAME = "wangge_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_NAME = "wangge_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "wangge.org.pages.csrf_failed"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "web" / "dist"
WHITENOISE_ROOT = None
WHITENOISE_AUTOREFRESH = False
WHITENOISE_USE_FINDERS = False
WHITENOISE_MAX_AGE = 31_536_000
FILES_ROOT = HOME / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
SILENCED_SYSTEM_CHECKS: list[str] = []
PROCRASTINATE_ON_APP_READY = "wangge.project.worker.on_app_ready"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "wangge.project.logs.WithoutValues",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["out"], "level": ENV["LOG_LEVEL"]},
    "loggers": {"procrastinate": {"level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        without_values,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ],
    cache_logger_on_first_use=True,
)
