"""The project's own commands."""

from __future__ import annotations

import sys
from collections.abc import Callable

from wangge.project.env import kept_secret


def manage(arguments: list[str]) -> int:
    """Django's own commands: wangge manage check, makemigrations …"""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["wangge manage", *arguments])
    return 0


def migrate(arguments: list[str]) -> int:
    """Bring the database up to date (starts the embedded one if needed)."""
    import django

    django.setup()
    from django.conf import settings

    from wangge.project import database

    password = None
    if settings.DATABASE_URL == settings.CLUSTER.url():
        settings.CLUSTER.start()
        password = kept_secret(settings.CLUSTER.home, "pg-wangge_web")
        ensure_database("wangge")
    database.migrate(password, verbosity=1 if "-v" in arguments else 0)
    return 0


def ensure_database(name: str) -> None:
    """Create a database of the embedded cluster when it is not there yet."""
    import psycopg
    from django.conf import settings
    from psycopg import sql

    with psycopg.connect(settings.CLUSTER.url("postgres"), autocommit=True) as connection:
        row = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if row is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def schema(arguments: list[str]) -> int:
    """Write contracts/openapi/*.json; with --check, fail when they differ from the code."""
    import django

    django.setup()
    from wangge.project.schema import write

    return write(check="--check" in arguments)


def serve(arguments: list[str]) -> int:
    """Start everything and keep it running: database, pages, live channel, jobs."""
    from wangge.project.supervisor import serve as run

    return run(arguments)


def status(arguments: list[str]) -> int:
    """Tell what runs."""
    from wangge.project.supervisor import status as tell

    return tell(sys.stdout)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "manage": manage,
    "migrate": migrate,
    "schema": schema,
    "serve": serve,
    "status": status,
}
