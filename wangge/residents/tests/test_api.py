"""HTTP in, rows out: one happy path per door, and the refusals."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from wangge.audit.models import AuditEntry
from wangge.kit import clock
from wangge.org.testing import Person as Seat
from wangge.org.testing import logged_in
from wangge.residents.models import Person, Registration
from wangge.residents.testing import a_person, an_arrival, an_id_no

pytestmark = pytest.mark.django_db
Cast = dict[str, Seat]
BASE = "/api/console/residents"


def post(client: Client, path: str, body: dict[str, Any]) -> Any:
    return client.post(f"{BASE}/{path}", json.dumps(body), content_type="application/json")


def test_a_person_from_the_first_word_to_the_last_look(cast: Cast) -> None:
    client = logged_in(cast["xing"])
    number = an_id_no("19690307", "2")
    body = {
        "name": "沈桂英", "id_no": number, "area_id": cast["zhang"].actor.area_id, "address": "3组12号",
        "phones": [{"number": "19900000001"}], "care": ["elder_alone"],
    }  # fmt: skip
    made = post(client, "people", body)
    assert made.status_code == 201, made.content
    person = made.json()
    assert (person["id_no_masked"], person["phones"][0]["masked"]) == (
        f"320699********{number[-4:]}",
        "199****0001",
    )
    twice = post(client, "people", body)
    assert (twice.status_code, twice.json()["code"]) == (409, "known_id_no")
    assert twice.json()["data"] == {"person_id": person["id"]}
    wrong = post(client, "people", body | {"id_no": number[:17] + "#"})
    assert wrong.json()["data"]["fields"] == {"id_no": "身份证号只能有数字,末位可为X"}

    found = post(client, "people/search", {"text": "shen"}).json()
    assert [one["id"] for one in found["items"]] == [person["id"]]
    assert [one["id"] for one in post(client, "people/by-number", {"number": number}).json()] == [
        person["id"]
    ]
    like = post(client, "people/duplicates", {"name": "沈桂英", "id_no": number}).json()
    assert like["items"][0]["reasons"][0] == "证件号码相同"

    page = client.get(f"{BASE}/people/{person['id']}")
    assert (page["ETag"], page["Cache-Control"]) == ('"1"', "no-store")
    assert page.json()["birthday_masked"] == "1969-**-**"
    assert number not in page.content.decode()
    fixed = post(client, f"people/{person['id']}/correction", {"version": 1, "presence": "away"})
    assert (fixed.status_code, fixed.json()["version"]) == (200, 2)
    stale = post(client, f"people/{person['id']}/correction", {"version": 1, "presence": "here"})
    assert (stale.status_code, stale.json()["data"]["server"]["presence"]) == (412, "away")

    silent = post(client, f"people/{person['id']}/reveal", {"field": "id_no", "purpose": ""})
    assert silent.status_code == 422
    shown = post(client, f"people/{person['id']}/reveal", {"field": "id_no", "purpose": "核对身份"})
    assert shown.json() == {"value": number}
    looks = client.get(f"{BASE}/people/{person['id']}/looks").json()["items"]
    assert [one["action"] for one in looks[:2]] == ["audit.field.revealed", "residents.person.corrected"]
    assert [one["act"] for one in client.get(f"{BASE}/people/{person['id']}/provenance").json()] == [
        "corrected", "registered",
    ]  # fmt: skip
    assert client.get(f"{BASE}/people/{person['id']}/calls").json() == []


def test_absent_and_out_of_scope_read_the_same(cast: Cast) -> None:
    person = a_person(area_id=cast["zhang"].actor.area_id)
    client = logged_in(cast["xue"])
    answers = [client.get(f"{BASE}/people/{pk}") for pk in (person.pk, 10**9)]
    assert [a.status_code for a in answers] == [404, 404]
    assert answers[0].json()["detail"] == answers[1].json()["detail"]
    assert post(client, f"people/{person.pk}/correction", {"version": 1, "name": "某"}).status_code == 404
    assert Person.objects.get().name == "沈桂英"
    assert logged_in(cast["mo"]).get(f"{BASE}/people/{person.pk}").status_code == 403
    assert Client().get(f"{BASE}/people/{person.pk}").status_code == 401


def test_arrivals_at_a_desk_and_in_a_list(cast: Cast) -> None:
    client = logged_in(cast["xing"])
    body = {
        "kind": "homecoming", "name": "仲海燕", "address": "9组1号", "area_id": cast["xue"].actor.area_id,
        "phones": [{"number": "19900000081"}], "from_place": "苏州市", "arrived_on": str(clock.today()),
        "symptoms": ["fever"], "temperature": 38.2,
    }  # fmt: skip
    made = post(client, "registrations", body)
    assert made.status_code == 201, made.content
    assert made.json()["symptom_labels"] == ["发热"]
    refused = post(client, "registrations", body | {"kind": "returnee"})
    assert refused.json()["data"]["fields"] == {"last_left_on": "请选择离开当地的日期"}
    assert Registration.objects.count() == 1
    an_arrival(cast["zhang"].actor)
    listed = client.get(f"{BASE}/registrations?symptoms=true&kind=homecoming").json()["items"]
    assert [one["id"] for one in listed] == [made.json()["id"]]
    assert client.get(f"{BASE}/registrations/{made.json()['id']}").json()["person"]["name"] == "仲海燕"
    bad = client.get(f"{BASE}/registrations?arrived_from=2021-08-02&arrived_to=2021-08-01")
    assert bad.status_code == 422


def test_households_are_listed_by_area_and_moved(cast: Cast) -> None:
    client = logged_in(cast["xing"])
    one, two = cast["zhang"].actor.area_id, cast["xue"].actor.area_id
    made = post(client, "households", {"address": "3组12号", "area_id": one, "number": "H7"}).json()
    member = a_person(household_id=made["id"], relation="head")
    page = client.get(f"{BASE}/households/{made['id']}").json()
    assert (page["household"]["head"], [m["id"] for m in page["members"]]) == ("沈桂英", [member.pk])
    moved = post(client, f"households/{made['id']}/move", {"area_id": two, "address": "9组1号"})
    assert moved.status_code == 200, moved.content
    member.refresh_from_db()
    assert (member.grid_id, member.address) == (two, "9组1号")
    assert client.get(f"{BASE}/households?area_id={one}").json()["items"] == []
    assert [h["id"] for h in client.get(f"{BASE}/households?area_id={two}").json()["items"]] == [made["id"]]
    away = post(client, f"people/{member.pk}/move", {"area_id": one, "address": "1组1号"})
    assert away.status_code == 204
    member.refresh_from_db()
    assert (member.grid_id, member.household_id) == (one, None)


def test_two_rows_are_merged_and_taken_apart_over_http(cast: Cast) -> None:
    client = logged_in(cast["xing"])
    area = cast["zhang"].actor.area_id
    kept, double = a_person(area_id=area), a_person(area_id=area, id_no="", phone="")
    merge = post(client, f"people/{kept.pk}/merges", {"absorbed_id": double.pk, "reason": "同一人"})
    assert (merge.status_code, merge.json()["absorbed_id"]) == (201, double.pk)
    assert client.get(f"{BASE}/people/{double.pk}").json()["row"]["id"] == kept.pk
    undone = post(client, f"merges/{merge.json()['id']}/undo", {"reason": "两人"})
    assert undone.json()["undone_by"] == cast["xing"].actor.label
    assert client.get(f"{BASE}/people/{double.pk}").json()["row"]["id"] == double.pk


def test_no_name_or_number_is_in_the_log(cast: Cast) -> None:
    number = an_id_no()
    a_person(area_id=cast["zhang"].actor.area_id, id_no=number, phone="19900000091")
    client = logged_in(cast["zhang"])
    for text in ("沈桂英", "shenguiying"):
        post(client, "people/search", {"text": text})
    for text in (number, "19900000091"):
        post(client, "people/by-number", {"number": text})
    lines = json.dumps(
        [[e.action, e.subject, e.purpose, e.data] for e in AuditEntry.objects.all()], ensure_ascii=False
    )
    for plain in ("沈桂英", "shenguiying", number, "19900000091"):
        assert plain not in lines


def test_a_search_costs_the_same_statements_however_many_it_finds(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    from wangge.residents import queries

    for count in (2, 30):
        for _ in range(count):
            a_person(area_id=cast["zhang"].actor.area_id, care=("chronic",))
        with django_assert_num_queries(6):
            queries.search(cast["xing"].actor, "沈")
