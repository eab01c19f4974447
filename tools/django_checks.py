"""Django's own checks against a real database: no missing migration, no system check complaint."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def main() -> int:
    """Exit status 0 when models and migrations agree and every system check passes."""
    from wangge.project.env import ROOT
    from wangge.project.postgres import Cluster

    os.environ.setdefault("WANGGE_HOME", str(ROOT / "var" / "test-home"))
    if "WANGGE_DATABASE_URL" not in os.environ:
        cluster = Cluster(ROOT / "var" / "pg-test", forgetful=True)
        cluster.start()
        os.environ["WANGGE_DATABASE_URL"] = cluster.url("postgres")
    os.environ["DJANGO_SETTINGS_MODULE"] = "wangge.project.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("check", fail_level="WARNING")
    call_command("makemigrations", check=True, dry_run=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
