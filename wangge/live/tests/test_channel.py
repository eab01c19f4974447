"""A real server process, a real database: what is committed is heard, what is rolled back is not."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from django.db import connection, transaction

from wangge.kit import clock
from wangge.kit.feeds import changed
from wangge.live.services import announce
from wangge.org import services as org
from wangge.org.testing import SYSTEM, Person, Phone, a_person, an_agency, logged_in
from wangge.territory.testing import a_grid, a_village

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.django_db(transaction=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_database_url() -> str:
    known = connection.settings_dict
    host = quote(str(known["HOST"]), safe="")
    return f"postgresql://{known['USER']}:{known['PASSWORD']}@/{known['NAME']}?host={host}"


test_database_url.__test__ = False  # type: ignore[attr-defined]


@contextlib.contextmanager
def server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    port = free_port()
    environment = os.environ | {"WANGGE_DATABASE_URL": test_database_url(), "WANGGE_PORT": str(port - 1)}
    command = [sys.executable, "-m", "granian", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
    command += ["--interface", "asgi", "--log-level", "warning", "wangge.project.asgi:application"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        url = f"http://127.0.0.1:{port}"
        for _ in range(150):
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"{url}/healthz").status_code == 200:
                    break
            time.sleep(0.1)
        else:
            raise RuntimeError("the live channel did not start")
        yield url, process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )


class Line:
    """One listening browser."""

    def __init__(self, url: str, person: Person, topics: str, **headers: str) -> None:
        token = logged_in(person).cookies["wangge_session"].value
        self.client = httpx.Client(timeout=httpx.Timeout(20.0))
        request = self.client.build_request(
            "GET",
            f"{url}/live",
            params={"topics": topics},
            headers={"Cookie": f"wangge_session={token}"} | headers,
        )
        self.response = self.client.send(request, stream=True)
        self.lines = self.response.iter_lines()

    def hello(self) -> str:
        """The first comment: the topics that are heard."""
        return next(line for line in self.lines if line.startswith(": "))[2:]

    def event(self) -> dict[str, object]:
        """The next event."""
        return json.loads(next(line for line in self.lines if line.startswith("data: "))[6:])

    def close(self) -> None:
        self.response.close()
        self.client.close()


def test_what_is_committed_is_heard_and_what_is_rolled_back_is_not() -> None:
    dai = a_person("dispatcher")
    with server() as (url, _process):
        line = Line(url, dai, "hotline.board,hotline.callback")
        assert line.response.headers["content-type"].startswith("text/event-stream")
        assert line.hello() == "hotline.board,hotline.callback"
        with contextlib.suppress(RuntimeError), transaction.atomic():
            announce("hotline.board", ticket=1)
            raise RuntimeError("rolled back")
        with transaction.atomic():
            announce("hotline.board", ticket=2)
            with transaction.atomic():
                announce("hotline.board", ticket=3)
            announce("hotline.callback")
            announce("hotline.board", ticket=2)
        heard = [line.event(), line.event()]
        assert heard == [
            {"topic": "hotline.board", "ids": [{"ticket": 2}, {"ticket": 3}]},
            {"topic": "hotline.callback", "ids": []},
        ]
        line.close()


def test_one_hears_only_what_the_post_may_hear() -> None:
    yin, other = a_person("unit_handler", an_agency("城管局")), a_person("unit_handler", an_agency("住建局"))
    agency, post = yin.actor.agency_id, yin.actor.post_id
    asked = f"hotline.board,wall,hotline.unit:{agency},hotline.unit:{other.actor.agency_id}"
    asked += f",notify.post:{post},notify.post:{other.actor.post_id},hotline.ticket:1,nonsense"
    with server() as (url, _process):
        line = Line(url, yin, asked)
        assert line.hello() == f"hotline.unit:{agency},notify.post:{post}"
        deaf = Line(url, yin, "hotline.board")
        assert deaf.response.status_code == 403
        deaf.close()
        assert httpx.get(f"{url}/live?topics=wall").status_code == 401
        assert (
            httpx.get(f"{url}/live?topics=wall", headers={"Origin": "https://evil.example"}).status_code
            == 403
        )
        assert httpx.get(f"{url}/nothing").status_code == 404
        line.close()


def test_the_pages_origin_may_listen_with_its_cookie() -> None:
    dai = a_person("dispatcher")
    with server() as (url, process):
        del process
        port = int(url.rsplit(":", 1)[1])
        pages = f"http://127.0.0.1:{port - 1}"
        line = Line(url, dai, "wall", Origin=pages)
        assert line.response.headers["access-control-allow-origin"] == pages
        assert line.response.headers["access-control-allow-credentials"] == "true"
        line.close()


def test_it_ends_cleanly_and_quickly_while_people_listen() -> None:
    dai = a_person("dispatcher")
    with server() as (url, process):
        line = Line(url, dai, "wall")
        line.hello()
        started = time.monotonic()
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(httpx.RemoteProtocolError):
            assert [text for text in line.lines if text.startswith("data")] == []
        process.wait(8)
        assert time.monotonic() - started < 6
        line.close()


class PhoneLine(Line):
    """One listening phone."""

    def __init__(self, url: str, phone: Phone, topics: str = "device", **headers: str) -> None:
        target = f"/live?topics={topics}"
        self.client = httpx.Client(timeout=httpx.Timeout(20.0))
        signed = {"Authorization": phone.header("GET", target)} | headers
        request = self.client.build_request("GET", f"{url}{target}", headers=signed)
        self.response = self.client.send(request, stream=True)
        self.lines = self.response.iter_lines()


def test_a_phone_hears_one_hint_for_what_concerns_it_and_that_it_was_revoked() -> None:
    grid, other = a_grid(a_village()), a_grid()
    zhang = a_person("grid_worker", area=grid.id)
    phone = Phone.of(zhang.post.pk)
    with server() as (url, _process):
        line = PhoneLine(url, phone)
        assert line.response.status_code == 200
        assert line.hello() == "device"
        changed("test.thing", 1, area_ids=[other.id])
        for number in range(20):
            changed("test.thing", number, area_ids=[grid.id])
        assert line.event() == {"topic": "device.changes", "ids": []}
        started = time.monotonic()
        changed("test.thing", 3, post_ids=[zhang.post.pk])
        assert line.event() == {"topic": "device.changes", "ids": []}
        assert time.monotonic() - started > 1.5
        started = time.monotonic()
        org.revoke_device(actor=SYSTEM, device_id=phone.device_id)
        assert line.event() == {"topic": "device.revoked", "ids": []}
        assert [text for text in line.lines if text.startswith("data")] == []
        assert time.monotonic() - started < 2
        line.close()
        again = PhoneLine(url, phone)
        again.response.read()
        assert (again.response.status_code, again.response.json()["code"]) == (401, "device_revoked")
        again.close()


def test_a_line_needs_the_phones_own_signature_over_this_address() -> None:
    zhang = a_person("grid_worker", area=a_grid().id)
    phone, stranger = Phone.of(zhang.post.pk), Phone()
    stranger.device_id = phone.device_id
    with server() as (url, _process):
        forged = PhoneLine(url, stranger)
        assert (forged.response.status_code, forged.response.read() != b"") == (401, True)
        assert forged.response.json()["code"] == "bad_signature"
        forged.close()
        late = phone.header("GET", "/live?topics=device", at=clock.now() - timedelta(minutes=6))
        answer = httpx.get(f"{url}/live?topics=device", headers={"Authorization": late})
        assert (answer.status_code, answer.json()["code"]) == (401, "clock_skew")
        assert abs(datetime.fromisoformat(answer.json()["data"]["server_time"]) - clock.now()) < timedelta(
            minutes=1
        )
        other = phone.header("GET", "/live?topics=wall")
        answer = httpx.get(f"{url}/live?topics=device", headers={"Authorization": other})
        assert answer.json()["code"] == "bad_signature"
        asked = httpx.options(f"{url}/live?topics=device")
        assert asked.status_code == 204
        assert asked.headers["access-control-allow-headers"] == "authorization"
