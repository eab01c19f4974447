"""Roles and grants around the migrations: the owner migrates, ``wangge_web`` works."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection
from psycopg import sql

from wangge.kit.actor import system
from wangge.project.postgres import SCOPED

APPEND_ONLY = (
    "audit_auditentry",
    "audit_auditseal",
    "casework_assignmentmove",
    "casework_clockchange",
    "casework_timelineentry",
)


def ensure_role(password: str | None = None) -> None:
    """Create or refresh the scoped role: no superuser, no BYPASSRLS, owns nothing."""
    name = sql.Identifier(SCOPED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [SCOPED])
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("CREATE ROLE {} NOSUPERUSER NOBYPASSRLS NOCREATEDB").format(name))
        if password is not None:
            statement = sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(name, sql.Literal(password))
            cursor.execute(statement)


def grant_rights() -> None:
    """The scoped role may read and write rows, use sequences, and nothing else; logs only grow."""
    name = sql.Identifier(SCOPED)
    with connection.cursor() as cursor:
        for statement in (
            "GRANT USAGE ON SCHEMA public TO {}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}",
            "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {}",
        ):
            cursor.execute(sql.SQL(statement).format(name))
        for table in APPEND_ONLY:
            cursor.execute("SELECT to_regclass(%s)", [table])
            if cursor.fetchone() != (None,):
                revoke = sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}")
                cursor.execute(revoke.format(sql.Identifier(table), name))


def migrate(password: str | None = None, verbosity: int = 0) -> None:
    """Bring the schema up to date, the rights with it and the rules every installation starts from
    (calendar, deadlines; what people changed stays); runs as the owner."""
    from wangge.patrol import services as patrol
    from wangge.policy import services as policy

    ensure_role(password)
    call_command("migrate", verbosity=verbosity, interactive=False)
    grant_rights()
    policy.seed(actor=system("install"))
    patrol.seed(actor=system("install"))
