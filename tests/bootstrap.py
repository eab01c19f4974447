"""A pytest plugin, loaded before settings are read: tests run on a real PostgreSQL.

An embedded one under var/pg-test, or the one WANGGE_TEST_DATABASE_URL names.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("WANGGE_HOME", str(ROOT / "var" / "test-home"))
if "WANGGE_DATABASE_URL" not in os.environ:
    if url := os.environ.get("WANGGE_TEST_DATABASE_URL"):
        os.environ["WANGGE_DATABASE_URL"] = url
    else:
        from wangge.project.postgres import Cluster

        _cluster = Cluster(ROOT / "var" / "pg-test", forgetful=True)
        _cluster.start()
        os.environ["WANGGE_DATABASE_URL"] = _cluster.url("postgres")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: pytest.FixtureRequest,
) -> Iterator[None]:
    """A fresh test database with the scoped role and its rights."""
    from django.test.utils import setup_databases, teardown_databases

    from wangge.project import database

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        config = setup_databases(verbosity=0, interactive=False)
        database.ensure_role()
        database.grant_rights()
        _let_tests_clean_up()
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        teardown_databases(config, verbosity=0)


def _let_tests_clean_up() -> None:
    """Transactional tests empty every table afterwards; the log refuses that everywhere else."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry DISABLE TRIGGER audit_entry_no_truncate")
        cursor.execute("ALTER TABLE audit_auditseal DISABLE TRIGGER audit_seal_no_truncate")


@pytest.fixture(autouse=True)
def _no_outside_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only loopback and Unix sockets: a test that reaches further fails."""
    real = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and str(address[0]) not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"a test tried to reach {address[0]}")
        return real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
