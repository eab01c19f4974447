"""Real inputs that lie beside the checkout on some machines; tests that need them skip elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest


def real(name: str) -> Path:
    """The file under ``shared/data`` of a folder above; skips the test where there is none."""
    for root in Path(__file__).resolve().parents:
        if (found := root / "shared" / "data" / name).exists():
            return found
    pytest.skip("the real inputs (shared/data) are not beside this checkout")
