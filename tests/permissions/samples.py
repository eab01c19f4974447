"""A smallest valid request for every operation, made from its OpenAPI description."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from wangge.project.api import APIS

NOWHERE = 999_999_999
SPOKEN: dict[str, dict[str, Any]] = {  # where the description is not enough for a valid request
    "cameras_issue_pass": {"points": [NOWHERE]},
    "hotline_import_ledger": {"mapping": "{}"},
    "residents_import_people": {"mapping": "{}"},
}


@dataclass(frozen=True)
class Operation:
    """One door: where it is and what to say."""

    name: str
    surface: str
    method: str
    path: str
    body: Any
    files: bool

    def knock(self, client: Client) -> HttpResponse:
        """The answer to the smallest valid request; ids in it exist nowhere."""
        call = getattr(client, self.method)
        if self.files:
            return call(self.path, data=self.body)  # type: ignore[no-any-return]
        if self.method == "get":
            return call(self.path)  # type: ignore[no-any-return]
        return call(self.path, data=self.body, content_type="application/json")  # type: ignore[no-any-return]


def operations() -> list[Operation]:
    """Every operation of every API, by name."""
    found = []
    for surface, api in APIS.items():
        document = api.get_openapi_schema(path_prefix=f"/api/{surface}/")
        for path, verbs in document["paths"].items():
            for method, described in verbs.items():
                found.append(_operation(surface, path, method, described, document))
    return sorted(found, key=lambda o: o.name)


def _operation(
    surface: str, path: str, method: str, described: dict[str, Any], document: dict[str, Any]
) -> Operation:
    query = []
    for parameter in described.get("parameters", []):
        value = _sample(parameter["schema"], document)
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", str(value))
        elif parameter.get("required"):
            query.append(f"{parameter['name']}={value}")
    content = described.get("requestBody", {}).get("content", {})
    files = "multipart/form-data" in content
    body: Any = {}
    for kind in content.values():
        body = _sample(kind["schema"], document)
    if described["operationId"] in SPOKEN:
        body = body | SPOKEN[described["operationId"]]
    path = re.sub(r"\{[^}]*\}", str(NOWHERE), path)
    if query:
        path += "?" + "&".join(query)
    return Operation(described["operationId"], surface, method, path, body, files)


def _sample(schema: dict[str, Any], document: dict[str, Any]) -> Any:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return _sample(document["components"]["schemas"][name], document)
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in schema:
            return _sample(schema[choice][0], document)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object" or "properties" in schema:
        required = schema.get("required", [])
        return {n: _sample(s, document) for n, s in schema.get("properties", {}).items() if n in required}
    if kind == "array":
        return [_sample(schema["items"], document)] * schema.get("minItems", 0)
    return _plain(schema, kind)


def _plain(schema: dict[str, Any], kind: str | None) -> Any:
    if kind == "integer":
        return int(min(NOWHERE, schema.get("maximum", NOWHERE)))
    if kind == "number":
        return 1.0
    if kind == "boolean":
        return True
    formats = {
        "date": "2021-08-02",
        "date-time": "2021-08-02T09:00:00+08:00",
        "uuid": "00000000-0000-7000-8000-000000000000",
        "binary": SimpleUploadedFile("x.csv", b"a,b\n1,2\n", "text/csv"),
    }
    return formats.get(schema.get("format", ""), "测试内容用语"[: schema.get("maxLength", 6)])
