"""A house of its own for a bench: cluster, database, demo staff and web process under var/bench."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
from psycopg import Connection, connect

from wangge.project import env
from wangge.project.env import ROOT, kept_secret
from wangge.project.postgres import SCOPED, Cluster, binaries
from wangge.project.supervisor import as_role, child_commands

HOME = ROOT / "var" / "bench"
PORT = 8571
HOST = "127.0.0.1"


def _family_seconds(pid: int) -> float:
    """User and system seconds of a process and all below it, ended ones included."""
    total = 0.0
    for member in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            times = member.cpu_times()
            total += times.user + times.system
    with contextlib.suppress(psutil.NoSuchProcess):
        ended = psutil.Process(pid).cpu_times()
        total += ended.children_user + ended.children_system
    return total


class House:
    """Starts empty, on loopback only, durable (fsync on); ``stop`` ends everything it started.

    ``workers`` and ``threads`` of the web: 0 = as ``wangge serve`` has them by default.
    """

    def __init__(self, home: Path = HOME, port: int = PORT, *, workers: int = 0, threads: int = 0) -> None:
        self.home, self.port = home, port
        self.chosen = {"WANGGE_WEB_WORKERS": workers, "WANGGE_WEB_THREADS": threads}
        self.cluster = Cluster(home / "pg")
        self.children: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def url(self) -> str:
        """The pages' address."""
        return f"http://{HOST}:{self.port}"

    def environment(self, *, owner: bool) -> dict[str, str]:
        """What a process of this house sees: the owner's database or the scoped role's."""
        url = self.cluster.url()
        if not owner:
            url = as_role(url, SCOPED, kept_secret(self.cluster.home, f"pg-{SCOPED}"))
        kept = {k: v for k, v in os.environ.items() if not k.startswith("WANGGE_")}
        more = {"WANGGE_HOME": str(self.home), "WANGGE_PORT": str(self.port), "WANGGE_SCOPE": ""}
        more |= {name: str(number) for name, number in self.chosen.items() if number}
        if owner:
            return kept | more | {"WANGGE_SCOPE": "all"}
        return kept | more | {"WANGGE_DATABASE_URL": url}

    def create(self) -> None:
        """A fresh cluster with schema, demo areas, staff and categories; no ticket yet."""
        if self.cluster.running():
            self.cluster.stop()
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)
        self.cluster.start()
        self.run("migrate")
        self.run("demo", "--bare")

    def enter(self) -> None:
        """Let this process know the house: its settings, for words and staff; no query is made."""
        os.environ.update(self.environment(owner=True), DJANGO_SETTINGS_MODULE="wangge.project.settings")
        import django

        django.setup()

    def run(self, *arguments: str) -> None:
        """One ``wangge`` command as the owner."""
        command = [sys.executable, "-m", "wangge", *arguments]
        subprocess.run(
            command, check=True, cwd=ROOT, env=self.environment(owner=True), stdout=subprocess.DEVNULL
        )

    def start(self, *names: str) -> None:
        """Start children (``web``, ``jobs``) as ``wangge serve`` does; returns when the pages answer."""
        commands = child_commands(env.read(self.environment(owner=False)), False)
        for name in names:
            command = commands[name]
            environment = self.environment(owner=False)
            if name == "jobs":
                environment["WANGGE_SCOPE"] = "all"
            with (self.home / f"{name}.log").open("ab") as out:
                self.children[name] = subprocess.Popen(
                    command, cwd=ROOT, env=environment, stdout=out, stderr=out, start_new_session=True
                )
        if "web" in names:
            self.wait()

    def wait(self, seconds: float = 120.0) -> None:
        """Until the pages answer."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as reply:  # noqa: S310
                    if reply.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"the pages do not answer; see {self.home / 'web.log'}")

    def kill(self, name: str) -> None:
        """SIGKILL a child with its whole family, without warning."""
        child = self.children.pop(name)
        os.killpg(child.pid, signal.SIGKILL)
        child.wait(10)

    def stop(self) -> None:
        """End the children, then the database."""
        for child in self.children.values():
            try:
                os.killpg(child.pid, signal.SIGTERM)
                child.wait(10)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(child.pid, signal.SIGKILL)
        self.children.clear()
        self.cluster.stop()

    def cpu_seconds(self) -> tuple[float, float]:
        """Processor seconds used so far by the web processes and by PostgreSQL."""
        return _family_seconds(self.children["web"].pid), _family_seconds(self.cluster.pid() or 0)

    def sql(self) -> Connection:
        """A connection of the owner, autocommit."""
        return connect(self.cluster.url(), autocommit=True)

    def commit_limit(self, clients: int, seconds: int) -> float:
        """Commits a second of the smallest durable transaction: one insert, ``clients`` connections."""
        script = self.home / "commit.sql"
        script.write_text("INSERT INTO bench_commit (payload) VALUES ('工单');\n")
        with self.sql() as connection:
            connection.execute("DROP TABLE IF EXISTS bench_commit")
            connection.execute("CREATE TABLE bench_commit (id bigserial PRIMARY KEY, payload text)")
        command = [str(binaries() / "pgbench"), "-n", "-c", str(clients), "-j", "2", "-T", str(seconds)]
        command += ["-f", str(script), self.cluster.url()]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        with self.sql() as connection:
            connection.execute("DROP TABLE bench_commit")
        line = next(line for line in done.stdout.splitlines() if line.startswith("tps"))
        return float(line.split("=")[1].split("(")[0])
