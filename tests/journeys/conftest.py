"""One demo house (people and districts, no tickets) and one browser for all journeys."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.browser import a_chromium, chromium_path
from tests.processes.house import ROOT, House, a_house


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with a_chromium() as found:
        yield found


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    if chromium_path() is None:
        pytest.skip("no Chromium on this machine: the browser journeys did not run")
    if not (ROOT / "web/dist/console/index.html").exists():
        pytest.fail("the front end is not built: run make setup")
    home: Path = tmp_path_factory.mktemp("house")
    with a_house(home) as running:
        loaded = subprocess.run(
            [sys.executable, "-m", "wangge", "demo", "--bare"],
            env=running.environment | {"WANGGE_SCOPE": "all"},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert loaded.returncode == 0, loaded.stdout + loaded.stderr
        yield running
