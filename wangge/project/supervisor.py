"""One command keeps the whole house running: PostgreSQL, pages, live channel, jobs.

A crashed child is restarted with back-off (0.5 s doubling to 30 s, forgotten after a minute of
health); SIGTERM and SIGINT stop everything in order; ``wangge status`` reads ``var/run/state.json``.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote, urlsplit, urlunsplit

import psutil

from wangge.project.env import ROOT, kept_secret
from wangge.project.postgres import SCOPED, Cluster

PYTHON = sys.executable
QUICKEST, SLOWEST, HEALTHY_AFTER = 0.5, 30.0, 60.0


@dataclass
class Child:
    """One supervised process and its history."""

    name: str
    command: list[str]
    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    restarts: int = -1
    delay: float = QUICKEST
    due: float = 0.0

    def start(self) -> None:
        """Start it in a session of its own, so that its whole family can be ended with it."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > 20 * 2**20:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
                cwd=ROOT,
            )
        self.started = time.monotonic()
        self.restarts += 1

    def alive(self) -> bool:
        """Whether the process still runs."""
        return self.process is not None and self.process.poll() is None

    def tend(self) -> bool:
        """Restart it when it died and its waiting time is over; true when something changed."""
        clock = time.monotonic()
        if self.alive():
            if clock - self.started > HEALTHY_AFTER:
                self.delay = QUICKEST
            return False
        if self.process is not None and self.due <= self.started:
            self.end_family(signal.SIGKILL)
            self.due = clock + self.delay
            self.delay = min(self.delay * 2, SLOWEST)
            return True
        if clock >= self.due:
            self.start()
            return True
        return False

    def end_family(self, with_signal: int) -> None:
        """Signal the process group; members that outlived their leader included."""
        if self.process is not None:
            try:
                os.killpg(self.process.pid, with_signal)
            except ProcessLookupError:
                return

    def stop(self, patience: float = 10.0) -> None:
        """Ask it to end, wait, insist."""
        if self.process is None:
            return
        self.end_family(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        self.end_family(signal.SIGKILL)
        self.process.wait(5)


def _die_with_parent() -> None:
    """Runs in the child: end with the supervisor even when that is killed outright."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


@dataclass
class House:
    """Everything one ``wangge serve`` is responsible for."""

    home: Path
    cluster: Cluster | None
    url: str
    children: list[Child] = field(default_factory=list)
    stopping: bool = False

    def write_state(self) -> None:
        """Let ``wangge status`` know."""
        folder = self.home / "run"
        folder.mkdir(parents=True, exist_ok=True)
        state = {
            "pid": os.getpid(),
            "url": self.url,
            "children": [
                {"name": c.name, "pid": c.process.pid if c.process else None, "restarts": max(c.restarts, 0)}
                for c in self.children
            ],
        }
        draft = folder / "state.json.new"
        draft.write_text(json.dumps(state))
        draft.replace(folder / "state.json")

    def watch(self) -> None:
        """Tend the children until told to stop."""
        while not self.stopping:
            if self.cluster is not None and not self.cluster.running():
                say("数据库进程不在,正在重新启动")
                self.cluster.start()
            changed = [child.tend() for child in self.children]
            if any(changed):
                self.write_state()
            time.sleep(0.25)

    def close(self) -> None:
        """Stop children first, the database last."""
        say("正在停止 …")
        for child in reversed(self.children):
            child.stop()
        if self.cluster is not None:
            self.cluster.stop()
        (self.home / "run" / "state.json").unlink(missing_ok=True)
        say("已停止")


def say(text: str) -> None:
    """A line for the person at the terminal."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def as_role(url: str, user: str, password: str) -> str:
    """The same database, another role."""
    if url.startswith("postgresql:///") or "@/" in url:
        rest = url.split("@/", 1)[1] if "@/" in url else url.removeprefix("postgresql:///")
        return f"postgresql://{quote(user, safe='')}:{quote(password, safe='')}@/{rest}"
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(user, safe='')}:{quote(password, safe='')}@{host}"))


def child_commands(values: dict[str, Any], demo: bool) -> dict[str, list[str]]:
    """What runs, by name."""
    port = values["PORT"]
    granian = [PYTHON, "-m", "granian", "--host", values["HOST"], "--respawn-failed-workers"]
    granian += ["--no-ws", "--log-level", "warning", "--working-dir", str(ROOT)]
    web = [*granian, "--port", str(port), "--interface", "wsgi", "--workers", str(values["WEB_WORKERS"])]
    web += ["--blocking-threads", str(values["WEB_THREADS"]), "--backlog", "2048"]
    web += ["wangge.project.wsgi:application"]
    live = [*granian, "--port", str(port + 1), "--interface", "asgi", "--workers", "1"]
    live += ["wangge.project.asgi:application"]
    jobs = [PYTHON, "-m", "wangge", "manage", "procrastinate", "worker", "--concurrency", "2"]
    found = {"web": web, "live": live, "jobs": jobs}
    if values["VIDEO"]:
        found["video"] = video_command(values, demo)
    if demo:
        found["simulate"] = [PYTHON, "-m", "wangge", "simulate"]
        if values["VIDEO"]:
            found["camsim"] = camsim_command(values)
    return found


def video_command(values: dict[str, Any], demo: bool) -> list[str]:
    """The media gateway; with the GB/T 28181 platform where a SIP port is set (in the demo always)."""
    home: Path = values["HOME"]
    public = values["PUBLIC_URL"] or f"http://{values['HOST']}:{values['PORT']}"
    command = [PYTHON, "-m", "wangge.cameras.gateway", "--host", values["HOST"]]
    command += ["--port", str(values["PORT"] + 2), "--origin", public, "--home", str(home / "video" / "1")]
    command += ["--key-file", str(secret_file(home, "video-key"))]
    if sip_port := values["SIP_PORT"] or (values["PORT"] + 3 if demo else 0):
        command += ["--sip-port", str(sip_port), "--sip-code", values["SIP_CODE"]]
        command += [
            "--sip-host",
            values["SIP_HOST"] or values["HOST"],
            "--media-ports",
            values["MEDIA_PORTS"],
        ]
        command += ["--sip-password-file", str(secret_file(home, "sip-password", values["SIP_PASSWORD"]))]
    return command


def camsim_command(values: dict[str, Any]) -> list[str]:
    """Simulated cameras and devices for the demo."""
    home: Path = values["HOME"]
    command = [PYTHON, "-m", "wangge", "camsim", "--rtsp-port", str(values["PORT"] + 4)]
    command += ["--cache", str(home / "camsim"), "--gb-code", values["SIP_CODE"]]
    command += ["--gb", f"{values['SIP_HOST'] or values['HOST']}:{values['SIP_PORT'] or values['PORT'] + 3}"]
    command += ["--gb-password-file", str(secret_file(home, "sip-password", values["SIP_PASSWORD"]))]
    return command


def secret_file(home: Path, name: str, given: str = "") -> Path:
    """The file a child reads a secret from: nothing secret stands on a command line."""
    kept_secret(home, name, 8 if name == "sip-password" else 32)
    path = home / "secrets" / name
    if given and path.read_text().strip() != given:
        path.write_text(given)
    return path


def prepare(demo: bool) -> House:
    """Start the database, migrate, load what is asked for, describe the children."""
    from wangge.project import env

    values = env.read()
    home: Path = values["HOME"]
    home.mkdir(parents=True, exist_ok=True)
    cluster = None if values["DATABASE_URL"] else Cluster(home / "pg")
    owner_url = values["DATABASE_URL"]
    if cluster is not None:
        cluster.start()
        owner_url = cluster.url()
    base = {k: v for k, v in os.environ.items() if k != "PYTHONSTARTUP"}
    base |= {"PYTHONUNBUFFERED": "1", "WANGGE_HOME": str(home)}
    migrate = [PYTHON, "-m", "wangge", "migrate", *(["--demo"] if demo else [])]
    subprocess.run(migrate, check=True, env=base | {"WANGGE_SCOPE": "all"}, cwd=ROOT)
    secret_home = cluster.home if cluster else home
    scoped = as_role(owner_url, SCOPED, kept_secret(secret_home, f"pg-{SCOPED}"))
    url = values["PUBLIC_URL"] or f"http://{values['HOST']}:{values['PORT']}"
    house = House(home, cluster, url)
    for name, command in child_commands(values, demo).items():
        environment = base | {"WANGGE_DATABASE_URL": scoped}
        if name in {"jobs", "simulate"}:
            environment["WANGGE_SCOPE"] = "all"
        house.children.append(Child(name, command, environment, home / "logs" / f"{name}.log"))
    return house


def answers(url: str) -> bool:
    """Whether the pages answer."""
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=2) as reply:  # noqa: S310
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def serve(arguments: list[str]) -> int:
    """Run until told to stop; exit status 0 after a clean stop."""
    from wangge.project import env

    demo = "--demo" in arguments
    home: Path = env.read()["HOME"]
    (home / "run").mkdir(parents=True, exist_ok=True)
    lock = (home / "run" / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say(f"网格已在运行({home});wangge status 可查看")
        return 1
    begun = time.monotonic()
    house = prepare(demo)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: setattr(house, "stopping", True))
    for child in house.children:
        child.start()
    house.write_state()
    port = env.read()["PORT"]
    while not house.stopping and not answers(f"http://{env.read()['HOST']}:{port}"):
        for child in house.children:
            child.tend()
        time.sleep(0.1)
        if time.monotonic() - begun > 120:
            say(f"页面迟迟没有应答,请查看 {home / 'logs'}")
            break
    say(f"\n网格 Wangge 已就绪({time.monotonic() - begun:.1f} 秒)")
    say(f"  工作台  {house.url}/")
    say(f"  大屏    {house.url}/wall")
    say(f"  手机    {house.url}/field/")
    if demo:
        subprocess.run([PYTHON, "-m", "wangge", "accounts"], check=False, env=os.environ.copy(), cwd=ROOT)
    say("  停止:Ctrl+C")
    house.watch()
    house.close()
    return 0


def status(out: TextIO) -> int:
    """Write what runs; exit status 0 when everything does, 3 when nothing does, 1 in between."""
    from wangge.project import env

    home: Path = env.read()["HOME"]
    try:
        state = json.loads((home / "run" / "state.json").read_text())
    except (FileNotFoundError, ValueError):
        out.write("没有运行\n")
        return 3
    good = psutil.pid_exists(state["pid"])
    out.write(f"{'运行中' if good else '主进程不在'}  {state['url']}  pid {state['pid']}\n")
    for child in state["children"]:
        alive = child["pid"] is not None and psutil.pid_exists(child["pid"])
        good = good and alive
        word = "运行" if alive else "停止"
        out.write(f"  {child['name']:<10} {word}  pid {child['pid']}  重启 {child['restarts']} 次\n")
    cluster = Cluster(home / "pg")
    if cluster.data.exists():
        out.write(f"  {'postgres':<10} {'运行' if cluster.running() else '停止'}  pid {cluster.pid()}\n")
        good = good and cluster.running()
    answering = answers(state["url"])
    out.write(f"  {'healthz':<10} {'正常' if answering else '无应答'}\n")
    return 0 if good and answering else 1
