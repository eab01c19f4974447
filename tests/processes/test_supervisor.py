"""``wangge serve`` with real processes: it starts, heals and stops."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import httpx
import psutil
import pytest

from tests.processes.house import a_house
from wangge.project.postgres import Cluster

pytestmark = pytest.mark.slow


def test_the_house_heals_a_killed_child_and_a_killed_database_and_stops_cleanly(tmp_path: Path) -> None:
    with a_house(tmp_path / "home") as house:
        told = house.command("status")
        assert told.returncode == 0, told.stdout + told.stderr
        for name in ("web", "live", "jobs", "postgres", "healthz"):
            assert name in told.stdout

        web, _ = house.child("web")
        os.killpg(web, signal.SIGKILL)
        house.wait_until(lambda: house.child("web")[1] == 1 and house.answers())
        assert house.child("web")[0] != web

        cluster = Cluster(house.home / "pg")
        before = cluster.pid()
        cluster.kill()
        house.wait_until(lambda: cluster.pid() not in {None, before} and house.answers())

        again = house.command("serve")
        assert again.returncode == 1
        assert "已在运行" in again.stdout

        children = [house.child(name)[0] for name in ("web", "live", "jobs")]
        assert house.stop() == 0
        assert not cluster.running()
        assert [pid for pid in children if psutil.pid_exists(pid)] == []
        assert house.command("status").returncode == 3


def test_secrets_are_made_at_first_start_and_nobody_else_reads_them(tmp_path: Path) -> None:
    with a_house(tmp_path / "home") as house:
        secrets = [*(house.home / "secrets").iterdir(), *(house.home / "pg" / "secrets").iterdir()]
        assert {p.name for p in secrets} >= {"secret-key", "data-key", "pg-wangge", "pg-wangge_web"}
        assert {p.stat().st_mode & 0o077 for p in secrets} == {0}


def test_the_first_administrator_is_made_once_and_may_log_in(tmp_path: Path) -> None:
    with a_house(tmp_path / "home") as house:
        weak = house.command("first-account", "root", typed="short\n")
        assert weak.returncode == 1
        assert "密码" in weak.stderr
        made = house.command("first-account", "root", typed="lian-hua-2021-xi\n")
        assert made.returncode == 0, made.stdout + made.stderr
        again = house.command("first-account", "root2", typed="lian-hua-2021-xi\n")
        assert again.returncode == 1
        assert "已有系统管理员" in again.stderr
        with httpx.Client(base_url=house.url) as client:
            client.get("/login")
            token = {"X-CSRFToken": client.cookies["wangge_csrf"]}
            body = {"username": "root", "password": "lian-hua-2021-xi"}
            answer = client.post("/api/console/org/session", json=body, headers=token)
        assert answer.status_code == 200, answer.text


def test_an_external_database_is_used_as_it_is_and_left_running(tmp_path: Path) -> None:
    outside = Cluster(tmp_path / "outside", forgetful=True)
    outside.start()
    try:
        with a_house(tmp_path / "home", WANGGE_DATABASE_URL=outside.url("postgres")) as house:
            assert not (house.home / "pg" / "data").exists()
            assert house.command("status").returncode == 0
            assert house.stop() == 0
        assert outside.running()
    finally:
        outside.stop()
