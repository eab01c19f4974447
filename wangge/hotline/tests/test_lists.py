"""Lists, search, board, inbox, duplicates, suggestions: right rows, few statements."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wangge.hotline import queries, services, testing
from wangge.hotline.queries import TicketFilter, lists
from wangge.kit import clock
from wangge.kit.errors import BusinessError, Forbidden
from wangge.org.testing import Person

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
MONDAY = clock.at(2021, 8, 2, 9, 0)


def many(cast: Cast, number: int) -> list[int]:
    found = []
    for i in range(number):
        with clock.moved_to(MONDAY + timedelta(minutes=i)):
            found.append(testing.a_ticket(cast["mo"].actor, content=f"路灯不亮第{i}盏", submit=True).pk)
    return found


def test_pages_follow_each_other_without_gap_or_repeat(cast: Cast) -> None:
    ids = many(cast, 7)
    seen: list[int] = []
    cursor = None
    for _ in range(4):
        page = queries.tickets(cast["dai"].actor, TicketFilter(), cursor=cursor, limit=2)
        seen += [row.id for row in page.items]
        cursor = page.next_cursor
    assert cursor is None
    assert seen == list(reversed(ids))


def test_a_list_costs_one_statement_however_long(cast: Cast) -> None:
    many(cast, 6)
    for wanted in (TicketFilter(), TicketFilter(status=("awaiting_dispatch",), kind="complaint")):
        with CaptureQueriesContext(
            connection,
        ) as log:
            assert len(queries.tickets(cast["dai"].actor, wanted, limit=50).items) == 6
        assert len(log) == 1


def test_what_each_desk_costs_in_statements(cast: Cast) -> None:
    """A baseline: more needs a reason."""
    testing.a_signed_ticket(cast)
    mo, dai, yin = cast["mo"].actor, cast["dai"].actor, cast["yin"].actor
    unit = yin.agency_id or 0
    costs: dict[str, int] = {}

    def costing(name: str, work: object) -> object:
        with CaptureQueriesContext(connection) as log:
            result = work()  # type: ignore[operator]
        real = [q for q in log if "SAVEPOINT" not in q["sql"]]
        costs[name] = len(real)
        return result

    ticket = costing("take", lambda: testing.a_ticket(mo, submit=True))
    pk = ticket.pk  # type: ignore[attr-defined]
    costing("dispatch", lambda: services.dispatch_ticket(actor=dai, ticket_id=pk, agency_id=unit))
    costing("sign", lambda: services.sign_ticket(actor=yin, ticket_id=pk))
    costing("reply", lambda: services.submit_reply(actor=yin, ticket_id=pk, disposal=testing.a_disposal()))
    costing("page", lambda: queries.ticket_page(yin, pk))
    costing("inbox", lambda: queries.inbox(yin))
    costing("board", lambda: queries.board(dai))
    costing("search", lambda: queries.tickets(dai, TicketFilter(q="下水道")))
    limits = {
        "take": 9, "dispatch": 20, "sign": 14, "reply": 14, "page": 12, "inbox": 1, "board": 1, "search": 3,
    }  # fmt: skip
    assert {k: v for k, v in costs.items() if v > limits[k]} == {}


def test_search_finds_numbers_and_words_of_two_characters(cast: Cast) -> None:
    ids = many(cast, 2)
    testing.a_ticket(cast["mo"].actor, content="井盖破损", address="平潮镇通扬路")
    dai = cast["dai"].actor
    assert [r.id for r in queries.tickets(dai, TicketFilter(q="路灯")).items] == list(reversed(ids))
    assert len(queries.tickets(dai, TicketFilter(q="通扬路")).items) == 1
    assert [r.no for r in queries.tickets(dai, TicketFilter(q="20210802-000001")).items] == [
        "20210802-000001"
    ]
    assert len(queries.tickets(dai, TicketFilter(q="20210802")).items) == 2
    assert queries.tickets(dai, TicketFilter(q="没有这样的事")).items == []
    assert queries.tickets(dai, TicketFilter(q="'); --")).items == []


def test_a_common_word_is_found_by_walking_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from wangge.hotline.queries import lists

    ids = many(cast, 9)
    monkeypatch.setattr(lists, "FEW", 3)
    monkeypatch.setattr(lists, "GLANCE", 1)
    monkeypatch.setattr(lists, "STEPS", (1, 1))
    for wanted in (TicketFilter(q="路灯"), TicketFilter(q="路灯", kind="complaint")):
        seen: list[int] = []
        cursor = None
        for _ in range(20):
            page = queries.tickets(cast["dai"].actor, wanted, cursor=cursor, limit=3)
            seen += [row.id for row in page.items]
            cursor = page.next_cursor
            if cursor is None:
                break
        assert seen == list(reversed(ids))


def test_few_matches_are_paged_newest_first_without_reading_the_rest(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = many(cast, 5)
    testing.a_ticket(cast["mo"].actor, content="噪音扰民", submit=True)
    monkeypatch.setattr(lists, "GLANCE", 1)
    first = queries.tickets(cast["dai"].actor, TicketFilter(q="路灯"), limit=3)
    assert [row.id for row in first.items] == ids[4:1:-1]
    rest = queries.tickets(cast["dai"].actor, TicketFilter(q="路灯"), cursor=first.next_cursor, limit=3)
    assert [row.id for row in rest.items] == ids[1::-1]
    assert rest.next_cursor is None


def test_a_whole_number_finds_its_ticket_alone_and_a_beginning_all_of_the_day(cast: Cast) -> None:
    ids = many(cast, 2)
    number = queries.ticket_for(cast["dai"].actor, ids[0]).no
    whole = queries.tickets(cast["dai"].actor, TicketFilter(q=number))
    assert [row.id for row in whole.items] == [ids[0]]
    begins = queries.tickets(cast["dai"].actor, TicketFilter(q=number[:12]))
    assert [row.id for row in begins.items] == ids[::-1]
    assert queries.tickets(cast["yin"].actor, TicketFilter(q=number)).items == []


def test_a_number_is_searched_for_in_the_body_only(cast: Cast) -> None:
    ticket = testing.a_ticket(cast["mo"].actor)
    wanted = TicketFilter(q="199-0000-0001")
    with pytest.raises(BusinessError) as refusal:
        queries.tickets(cast["mo"].actor, wanted)
    assert refusal.value.code == "personal_data_in_url"
    found = queries.tickets(cast["mo"].actor, wanted, private=True)
    assert [row.id for row in found.items] == [ticket.pk]


def test_the_board_counts_by_column(cast: Cast) -> None:
    many(cast, 3)
    with clock.moved_to(MONDAY + timedelta(hours=3)):
        testing.a_ticket(cast["mo"].actor, urgency="critical", submit=True)
        board = queries.board(cast["dai"].actor)
    waiting = next(c for c in board.columns if c.status == "awaiting_dispatch")
    assert (waiting.count, waiting.urgent, waiting.pending_over_2h) == (4, 1, 3)
    assert waiting.oldest_received_at == MONDAY
    assert (board.open, board.urgent, board.late) == (4, 1, 0)
    with pytest.raises(Forbidden):
        queries.board(cast["yin"].actor)


def test_the_inbox_shows_what_is_late_first(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        slow = testing.a_signed_ticket(cast, kind="suggestion")
        quick = testing.a_signed_ticket(cast, kind="inquiry")
        fresh = testing.a_dispatched_ticket(cast)
        first = queries.inbox(cast["yin"].actor, limit=2)
        assert [row.ticket.id for row in first.items] == [fresh.pk, quick.pk]
        rest = queries.inbox(cast["yin"].actor, cursor=first.next_cursor, limit=2)
        assert [row.ticket.id for row in rest.items] == [slow.pk]
        assert queries.inbox(cast["ji"].actor).items == []


def test_the_same_matter_is_offered_with_reasons(cast: Cast) -> None:
    area = cast["zhang"].actor.area_id
    ticket = testing.a_ticket(cast["mo"].actor, content="石港镇碧桂园小区门口下水道堵塞", area_id=area)
    testing.a_ticket(cast["mo"].actor, content="咨询社保转移手续", caller_no="19900000099")
    typed = queries.typed("碧桂园小区下水道堵了", number="19900000001", area_id=area)
    found = queries.duplicates(cast["mo"].actor, typed)
    assert [d.id for d in found] == [ticket.pk]
    assert set(found[0].reasons) >= {"同一号码", "同一地点区域"}
    with clock.moved_to(clock.now() + timedelta(days=8)):
        assert queries.duplicates(cast["mo"].actor, typed) == []


def test_a_unit_is_proposed_by_rule_history_and_place(cast: Cast) -> None:
    paths = services.load_categories(actor=testing.TESTER, paths=["城乡建设->市政->排水"], source="test")
    category = paths["城乡建设->市政->排水"]
    chengguan, zhujian = cast["yin"].actor.agency_id or 0, cast["ji"].actor.agency_id or 0
    services.add_dispatch_rule(
        actor=cast["dai"].actor,
        agency_id=zhujian,
        category_path="城乡建设->市政",
        words="窨井 下水道",
        weight=40,
    )
    done = testing.a_dispatched_ticket(cast, category_id=category)
    ticket = testing.a_ticket(cast["mo"].actor, submit=True, category_id=category)
    found = queries.suggestions_for(cast["dai"].actor, ticket.pk)
    assert [(p.agency_id, p.score) for p in found] == [(chengguan, 60.0), (zhujian, 40.0)]
    assert found[1].reasons == ("规则:分类属“市政”,内容含“下水道”",)
    assert found[0].reasons == ("近90天同类工单1件由其办理",)
    services.request_return(
        actor=cast["yin"].actor, ticket_id=done.pk, reason_code="not_our_duty", text="属住建"
    )
    services.decide_return(actor=cast["dai"].actor, ticket_id=done.pk, approved=True)
    assert [p.agency_id for p in queries.suggestions_for(cast["dai"].actor, done.pk)] == [zhujian]


def test_words_for_the_wall_name_nobody(cast: Cast) -> None:
    plain = testing.a_ticket(cast["mo"].actor, content="陈大有反映噪音,电话19900000001")
    secret = testing.a_ticket(cast["mo"].actor, confidential=True)
    texts = queries.plain_texts(cast["zhou"].actor, [plain.pk, secret.pk])
    assert texts[plain.pk].content == "[诉求人]反映噪音,电话[号码]"
    assert texts[plain.pk].caller_style == "陈"
    assert texts[secret.pk] == queries.PlainText("", "", "", "")
    assert queries.plain_texts(cast["yin"].actor, [plain.pk]) == {}
