"""What the gateway wrote is stored once, whatever is killed; who may read it."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from wangge.audit.models import AuditEntry
from wangge.cameras import queries, services
from wangge.cameras.gateway import tokens
from wangge.cameras.models import CameraView, GatewayReport
from wangge.kit import clock
from wangge.kit.errors import Forbidden, Invalid
from wangge.org.testing import the_cast

pytestmark = pytest.mark.django_db
MORNING = clock.at(2021, 8, 1, 9)


def line(kind: str, minute: int, **facts: Any) -> dict[str, Any]:
    at = MORNING + timedelta(minutes=minute)
    return {"id": str(uuid.uuid4()), "kind": kind, "at": at.isoformat(), **facts}


def spooled(home: Path, *lines: dict[str, Any], name: str = "20210801T010000-1.jsonl") -> Path:
    folder = home / "1" / "spool"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in lines))
    return path


def begun(view: str, minute: int = 0, channel: str = "c1") -> dict[str, Any]:
    facts = {"view": view, "viewer": "post:7", "channel": channel, "purpose": "卡口巡查", "mode": "live"}
    return line("view-begun", minute, **facts)


def test_a_view_has_who_what_from_to_and_why(tmp_path: Path) -> None:
    view = str(uuid.uuid4())
    path = spooled(tmp_path, begun(view), line("view-ended", 5, view=view, why="closed"))
    assert services.take_in_reports(tmp_path) == 2
    row = CameraView.objects.get()
    assert (row.viewer, row.post_id, row.channel) == ("post:7", 7, "c1")
    assert (row.purpose, row.mode) == ("卡口巡查", "live")
    assert (row.began_at, row.ended_at, row.why) == (MORNING, MORNING + timedelta(minutes=5), "closed")
    assert not path.exists()


def test_a_file_read_twice_is_stored_once(tmp_path: Path) -> None:
    view = str(uuid.uuid4())
    lines = [begun(view), line("alarm", 1, device="3" * 20, channel="c1", facts={"AlarmMethod": "5"})]
    for _ in range(2):
        spooled(tmp_path, *lines)
        services.take_in_reports(tmp_path)
    assert CameraView.objects.count() == 1
    report = GatewayReport.objects.get()
    assert (report.kind, report.channel, report.facts) == ("alarm", "c1", {"facts": {"AlarmMethod": "5"}})


def test_what_a_killed_gateway_left_open_ends_when_it_was_last_seen(tmp_path: Path) -> None:
    seen, unseen = str(uuid.uuid4()), str(uuid.uuid4())
    spooled(tmp_path, begun(seen), begun(unseen, 2), line("views-open", 3, views=[seen]))
    services.take_in_reports(tmp_path)
    spooled(tmp_path, line("gateway", 10, word="started"), name="20210801T011000-2.jsonl")
    services.take_in_reports(tmp_path)
    ends = {str(row.view): (row.ended_at, row.why) for row in CameraView.objects.all()}
    assert ends == {
        seen: (MORNING + timedelta(minutes=3), "gateway-lost"),
        unseen: (MORNING + timedelta(minutes=2), "gateway-lost"),
    }


def test_a_half_written_line_costs_only_itself(tmp_path: Path) -> None:
    path = spooled(tmp_path, begun(str(uuid.uuid4())))
    with path.open("a") as out:
        out.write('{"id": "half')
    assert services.take_in_reports(tmp_path) == 1
    assert CameraView.objects.count() == 1


def test_a_handler_gets_new_lines_of_its_kind_once(tmp_path: Path) -> None:
    got: list[str] = []

    def take(lines: list[dict[str, Any]]) -> None:
        got.extend(row["channel"] for row in lines)

    from wangge.cameras.services import reports

    services.on_report("test-kind")(take)
    try:
        row = line("test-kind", 0, channel="c9")
        for _ in range(2):
            spooled(tmp_path, row, line("alarm", 0, channel="c8"))
            services.take_in_reports(tmp_path)
    finally:
        del reports._handlers["test-kind"]
    assert got == ["c9"]


def test_only_those_who_may_read_the_log_see_it_and_pages_meet(tmp_path: Path) -> None:
    spooled(tmp_path, *[begun(str(uuid.uuid4()), minute, f"c{minute % 2}") for minute in range(5)])
    services.take_in_reports(tmp_path)
    cast = the_cast()
    with pytest.raises(Forbidden):
        queries.views_visible_to(cast["dai"].actor)
    reader = cast["zhou"].actor
    first = queries.views_visible_to(reader, limit=3)
    rest = queries.views_visible_to(reader, limit=3, cursor=first.next_cursor or "")
    minutes = [(card.began_at - MORNING).seconds // 60 for card in [*first.items, *rest.items]]
    assert minutes == [4, 3, 2, 1, 0]
    assert rest.next_cursor is None
    assert [card.channel for card in queries.views_visible_to(reader, channel="c1").items] == ["c1", "c1"]


def test_the_second_wall_shows_views_district_wide_only_and_lets_nobody_delete(tmp_path: Path) -> None:
    spooled(tmp_path, begun(str(uuid.uuid4())))
    services.take_in_reports(tmp_path)
    counts = {}
    for scope in ("all", "agency", "area"):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE wangge_web")
            cursor.execute("SELECT set_config('wangge.scope', %s, true)", [scope])
            cursor.execute("DELETE FROM cameras_cameraview")
            cursor.execute("SELECT count(*) FROM cameras_cameraview")
            counts[scope] = cursor.fetchone()[0]
            cursor.execute("RESET ROLE")
    assert counts == {"all": 1, "agency": 0, "area": 0}


def test_a_pass_names_viewer_purpose_and_channels_and_leaves_a_line() -> None:
    actor = the_cast()["zhou"].actor
    made = services.pass_for(actor=actor, channels={"c1", "c2"}, purpose=" 卡口巡查 ", rights={"ptz"})
    from django.conf import settings

    grant = tokens.check(tokens.read_key(settings.VIDEO_KEY_FILE), made.token)
    assert (grant.viewer, grant.purpose) == (actor.key, "卡口巡查")
    assert grant.channels == {"c1", "c2"}
    assert grant.rights == {"ptz"}
    assert 0 < grant.expires - clock.now().timestamp() <= 600
    entry = AuditEntry.objects.filter(action="cameras.pass.issued").get()
    assert (entry.purpose, entry.data) == ("卡口巡查", {"channels": 2, "rights": ["ptz"]})


def test_no_pass_without_a_purpose_or_the_verb_and_no_line_either() -> None:
    cast = the_cast()
    with pytest.raises(Invalid):
        services.pass_for(actor=cast["zhou"].actor, channels={"c1"}, purpose=" ")
    with pytest.raises(Forbidden):
        services.pass_for(actor=cast["mo"].actor, channels={"c1"}, purpose="看看")
    with pytest.raises(Forbidden):
        services.pass_for(actor=cast["yin"].actor, channels={"c1"}, purpose="看看", rights={"ptz"})
    assert not AuditEntry.objects.filter(action="cameras.pass.issued").exists()
