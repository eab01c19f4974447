"""The OpenAPI files under ``contracts/openapi``: the front end's types are made from them."""

from __future__ import annotations

import json
import sys

from wangge.project.env import ROOT


def write(*, check: bool = False) -> int:
    """Write one file per API; with ``check`` compare only, exit status 1 on drift."""
    from wangge.project.api import APIS

    drift = []
    for surface, api in APIS.items():
        document = api.get_openapi_schema(path_prefix=f"/api/{surface}/")
        text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        path = ROOT / "contracts" / "openapi" / f"{surface}.json"
        if check:
            if not path.exists() or path.read_text() != text:
                drift.append(path.name)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    if drift:
        sys.stderr.write(f"contracts/openapi differs from the code: {', '.join(drift)}; run make schema\n")
    return 1 if drift else 0
