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
    """Bring the database up to date (starts the embedded one if needed); --demo loads the demo district."""
    import django

    django.setup()
    from django.conf import settings

    from wangge.project import database

    password = kept_secret(settings.HOME, "pg-wangge_web")
    if not settings.ENV["DATABASE_URL"]:
        settings.CLUSTER.start()
        password = kept_secret(settings.CLUSTER.home, "pg-wangge_web")
        ensure_database("wangge")
    database.migrate(password, verbosity=1 if "-v" in arguments else 0)
    if "--demo" in arguments:
        from wangge.rehearsal.cli import demo

        return demo([])
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


def first_account(arguments: list[str]) -> int:
    """Make the first system administrator of a new installation; refuses when there is one."""
    import getpass

    import django

    django.setup()
    from wangge.kit.actor import system
    from wangge.kit.errors import BusinessError
    from wangge.org import queries, services
    from wangge.policy import services as policy

    if queries.posts_in_role("sysadmin"):
        sys.stderr.write("已有系统管理员,请由管理员在工作台新建账号\n")
        return 1
    username = arguments[0] if arguments else input("用户名:")
    password = getpass.getpass("密码(至少 10 位):") if sys.stdin.isatty() else sys.stdin.readline().strip()
    me = system("first-account")
    try:
        made = services.create_account(actor=me, username=username, name="系统管理员", password=password)
        services.give_post(actor=me, account_id=made.account.pk, role="sysadmin")
        policy.seed(actor=me)
    except BusinessError as refusal:
        sys.stderr.write(f"{refusal.message}\n")
        return 1
    sys.stdout.write("系统管理员已建立,首次登录须修改密码\n")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "first-account": first_account,
    "manage": manage,
    "migrate": migrate,
    "schema": schema,
    "serve": serve,
    "status": status,
}
