"""The phone: what it keeps, what it reports, what a conflict shows, what leaves with a pair."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wangge.org.testing import Person
from wangge.premises import services, testing
from wangge.premises.models import Premises
from wangge.sync.testing import SyncPhone, a_phone

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
KIND = "premises.enterprise"


def kept(answer: dict[str, Any]) -> dict[int, dict[str, Any]]:
    return {r["id"]: r for r in answer["kinds"].get(KIND, {"records": []})["records"]}


def test_a_phone_keeps_its_grid_and_a_liaison_the_paired_ones(cast: Cast) -> None:
    mine = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    other = testing.a_premises(area_id=cast["xue"].actor.area_id)
    services.pair_liaison(actor=cast["leader"].actor, post_id=cast["bo"].post.pk, premises_id=other.pk)
    zhang, bo = a_phone(cast["zhang"].post.pk), a_phone(cast["bo"].post.pk)
    page = zhang.changes()
    assert set(kept(page)) == {mine.pk}
    assert kept(page)[mine.pk]["contact_phone_masked"] == "199****1234"
    assert "19900001234" not in json.dumps(page)
    assert set(kept(bo.changes())) == {other.pk}


def test_a_correction_without_network_arrives_and_a_stale_one_shows_both(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id, staff_total=30)
    phone = a_phone(cast["zhang"].post.pk)
    phone.changes()
    body = {"id": row.pk, "version": 1, "staff_total": 41}
    (answer,) = phone.send(phone.command("premises.correct_premises", body))
    assert (answer["outcome"], answer["result"]) == ("stored", {"id": row.pk, "version": 2})
    (conflict,) = phone.send(phone.command("premises.correct_premises", body | {"staff_total": 50}))
    assert conflict["outcome"] == "conflict"
    assert conflict["problem"]["data"]["server"]["staff_total"] == 41
    assert testing.reread(row).staff_total == 41
    foreign = testing.a_premises(area_id=cast["xue"].actor.area_id)
    (refused,) = phone.send(phone.command("premises.correct_premises", body | {"id": foreign.pk}))
    assert (refused["outcome"], testing.reread(foreign).staff_total) == ("refused", 30)


def report(phone: SyncPhone, **more: Any) -> dict[str, Any]:
    body = {
        "name": "示例新开小吃店",
        "kind": "other",
        "staff_total": 3,
        "contact_name": "曹示范",
        "contact_phone": "19900004444",
    } | more
    return phone.command("premises.report_new", body, sealed=True)


def test_a_new_shop_is_reported_once_and_comes_back_waiting(cast: Cast) -> None:
    phone = a_phone(cast["zhang"].post.pk)
    cursor = phone.changes()["cursor"]
    command = report(phone)
    (first,) = phone.send(command)
    (again,) = phone.send(command)
    assert first == again
    row = Premises.objects.get(pk=first["result"]["id"])
    assert (row.status, row.grid_id, row.source, str(row.client_id)) == (
        "unverified",
        cast["zhang"].actor.area_id,
        "phone",
        command["id"],
    )
    record = kept(phone.changes(cursor))[row.pk]
    assert (record["status_label"], record["contact_phone_masked"]) == ("待核实", "199****4444")
    (double,) = phone.send(report(phone))
    assert (double["outcome"], double["problem"]["code"]) == ("refused", "name_taken")
    assert Premises.objects.count() == 1
    (bo,) = a_phone(cast["bo"].post.pk).send(report(a_phone(cast["bo"].post.pk)))[:1]
    assert bo["outcome"] == "refused"


def test_what_ends_leaves_the_phone(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    pair = services.pair_liaison(actor=cast["leader"].actor, post_id=cast["bo"].post.pk, premises_id=row.pk)
    zhang, bo = a_phone(cast["zhang"].post.pk), a_phone(cast["bo"].post.pk)
    at, bo_at = zhang.changes()["cursor"], bo.changes()["cursor"]
    services.end_pair(actor=cast["leader"].actor, pair_id=pair.pk)
    assert bo.changes(bo_at)["kinds"][KIND]["gone"] == [row.pk]
    services.correct_premises(
        actor=cast["xia"].actor,
        premises_id=row.pk,
        version=1,
        changes={"area_id": cast["xue"].actor.area_id},
    )
    later = zhang.changes(at)
    assert (kept(later), later["kinds"][KIND]["gone"]) == ({}, [row.pk])


def test_a_number_is_asked_for_online_with_a_purpose(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    phone = a_phone(cast["zhang"].post.pk)
    path = f"/api/field/premises/premises/{row.pk}/contact"

    def ask(body: dict[str, Any], phone: SyncPhone = phone) -> Any:
        raw = json.dumps(body).encode()
        headers = {"Authorization": phone.header("POST", path, raw)}
        return phone.client.post(path, raw, content_type="application/json", headers=headers)

    assert ask({"purpose": "走访前联系"}).json() == {"name": "曹示范", "phone": "19900001234"}
    assert ask({"purpose": ""}).status_code == 422
    assert ask({"purpose": "走访前联系"}, a_phone(cast["xue"].post.pk)).status_code == 404
