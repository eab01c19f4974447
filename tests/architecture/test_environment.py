"""The one typed reader of the environment and the secrets it makes."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from wangge.project import env
from wangge.project.supervisor import as_role

ROOT = Path(__file__).resolve().parents[2]


def test_an_unknown_setting_is_an_error_that_names_it() -> None:
    with pytest.raises(env.EnvironmentProblem, match="WANGGE_PROT"):
        env.read({"WANGGE_PROT": "8410"})


def test_a_setting_of_the_wrong_type_is_an_error_that_names_it() -> None:
    with pytest.raises(env.EnvironmentProblem, match="WANGGE_PORT"):
        env.read({"WANGGE_PORT": "eighty"})


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("abc\n")
    assert env.read({"WANGGE_SECRET_KEY_FILE": str(tmp_path / "key")})["SECRET_KEY"] == "abc"


def test_a_kept_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = env.kept_secret(tmp_path, "data-key")
    assert env.kept_secret(tmp_path, "data-key") == first
    assert len(bytes.fromhex(first)) == 32
    assert stat.S_IMODE((tmp_path / "secrets" / "data-key").stat().st_mode) == 0o600


def test_every_setting_is_in_the_operations_handbook() -> None:
    page = (ROOT / "docs/operations/settings.md").read_text()
    assert [v.name for v in env.VARIABLES if f"`WANGGE_{v.name}`" not in page] == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://wangge:old@/wangge?host=%2Ftmp%2Fpg",
            "postgresql://web:new%2F1@/wangge?host=%2Ftmp%2Fpg",
        ),
        ("postgresql://a:b@db.example:5432/w", "postgresql://web:new%2F1@db.example:5432/w"),
    ],
)
def test_the_scoped_role_keeps_host_and_database(url: str, expected: str) -> None:
    assert as_role(url, "web", "new/1") == expected
