"""Rounds in any order and twice, check-ins judged by the server, visits in bulk, notices with proof."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wangge.audit.models import AuditEntry
from wangge.kit import clock, crypto
from wangge.kit.errors import BusinessError, Conflict, Forbidden, Invalid, NotFound
from wangge.kit.ids import uuid7
from wangge.org.testing import Person, a_person, an_actor
from wangge.patrol import queries, services, testing
from wangge.patrol.models import CheckIn, NoticeKind, NoticeServed, Round, Visit
from wangge.territory import queries as territory
from wangge.territory.testing import a_grid, square

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
MONDAY = clock.at(2021, 8, 2, 9, 0)


def test_a_round_is_its_track_and_not_its_buttons(cast: Cast) -> None:
    with clock.moved_to(MONDAY + timedelta(hours=1)):
        row = testing.a_round(cast["zhang"].actor, MONDAY, track=testing.a_track(minutes=30))
        page = queries.rounds(cast["zhang"].actor).items[0]
    assert (row.patrol_seconds, row.inside_seconds) == (1800, 1800)
    assert row.distance == pytest.approx(2160, rel=0.02)
    assert (page.button_seconds, page.faults, page.offline) == (1800, (), False)


def test_the_end_may_arrive_alone_or_first_or_twice(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    end = services.RoundEnd(round_id=uuid7(), started_at=MONDAY, track=testing.a_track(minutes=10))
    late = services.Capture(
        client_id=uuid7(), at=MONDAY + timedelta(minutes=10), received_at=MONDAY + timedelta(hours=5)
    )
    one = services.end_round(actor=zhang, end=end, capture_=late)
    start = services.Capture(client_id=end.round_id, at=MONDAY, received_at=MONDAY + timedelta(hours=5))
    two = services.start_round(actor=zhang, capture_=start)
    three = services.end_round(actor=zhang, end=end, capture_=late)
    assert one.pk == two.pk == three.pk
    assert (Round.objects.count(), one.at, one.offline) == (1, MONDAY, True)


def test_a_round_takes_in_what_came_before_it(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    round_id = uuid7()
    testing.a_visit(zhang, 7, round_id=round_id, at=MONDAY + timedelta(minutes=3))
    event = testing.an_event(zhang, round_id=round_id)
    end = services.RoundEnd(round_id=round_id, started_at=MONDAY, track=testing.a_track(minutes=10))
    over = services.Capture(client_id=uuid7(), at=MONDAY + timedelta(minutes=10))
    row = services.end_round(actor=zhang, end=end, capture_=over)
    page = queries.round_page(zhang, row.pk)
    assert [v.target_id for v in page.visits] == [testing.a_home(zhang.area_id or 0, 7)]
    assert [e[0] for e in page.events] == [event.pk]


def test_time_outside_the_grid_is_told_and_not_counted(cast: Cast) -> None:
    grid = a_grid(polygon=square(121.0, 32.0, 0.01))
    worker = a_person("grid_worker", None, grid.id).actor
    inside = testing.a_track(121.004, 32.002, minutes=20)
    row = testing.a_round(worker, MONDAY, track=inside)
    assert (row.patrol_seconds, row.inside_seconds) == (1200, 1200)
    elsewhere = testing.a_track(121.3, 32.3, minutes=20)
    away = testing.a_round(worker, MONDAY + timedelta(hours=2), track=elsewhere)
    assert (away.patrol_seconds, away.inside_seconds) == (1200, 0)
    assert queries.rounds(worker).items[0].faults == ("20 分钟不在本网格",)


def test_a_replayed_track_and_two_rounds_at_once_do_not_count(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    one = testing.a_round(zhang, MONDAY)
    two = testing.a_round(zhang, MONDAY + timedelta(days=1))
    assert two.replay_of_id == one.pk
    three = testing.a_round(zhang, MONDAY + timedelta(minutes=5), track=testing.a_track(pace=1.0))
    assert (three.overlaps, three.replay_of_id) == (True, None)
    faults = {r.id: r.faults for r in queries.rounds(zhang).items}
    assert faults[two.pk] == ("轨迹与另一次巡查完全相同,不计入",)
    assert faults[three.pk] == ("与本人另一次巡查时间重叠,不计入",)


def test_a_wrong_clock_of_the_phone_is_shown(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    captured = services.Capture(
        client_id=uuid7(),
        at=MONDAY,
        device_time=MONDAY - timedelta(minutes=7, seconds=5),
        received_at=MONDAY,
        device_id=3,
    )
    row = services.start_round(actor=zhang, capture_=captured)
    assert (row.drift_seconds, row.device_id) == (-425, 3)
    assert queries.rounds(zhang).items[0].faults == ("手机时间慢 7 分 5 秒",)
    ahead = services.Capture(client_id=uuid7(), at=MONDAY + timedelta(hours=1), received_at=MONDAY)
    with pytest.raises(Invalid):
        services.start_round(actor=zhang, capture_=ahead)
    assert Round.objects.count() == 1


@pytest.mark.parametrize("hours", [-1, 17])
def test_a_round_of_impossible_length_is_refused(cast: Cast, hours: int) -> None:
    end = services.RoundEnd(round_id=uuid7(), started_at=MONDAY)
    over = services.Capture(
        client_id=uuid7(), at=MONDAY + timedelta(hours=hours), received_at=MONDAY + timedelta(days=1)
    )
    with pytest.raises(Invalid):
        services.end_round(actor=cast["zhang"].actor, end=end, capture_=over)
    assert Round.objects.count() == 0


def test_a_stay_that_the_track_does_not_show_does_not_count(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    assert zhang.area_id is not None
    point = testing.a_point(zhang.area_id, 121.0, 32.0)
    round_id = uuid7()
    draft = services.CheckInDraft(
        point_id=point.pk, lon=121.0002, lat=32.0, accuracy=9, dwell_seconds=300, round_id=round_id
    )
    at = services.Capture(client_id=uuid7(), at=MONDAY, received_at=MONDAY)
    row = services.check_in(actor=zhang, draft=draft, capture_=at)
    assert (row.counts, row.distance, row.track_dwell) == (True, 19, None)
    again = services.check_in(actor=zhang, draft=draft, capture_=at)
    assert (again.pk, CheckIn.objects.count()) == (row.pk, 1)
    far = testing.a_track(121.05, 32.05, minutes=10)
    over = services.Capture(client_id=uuid7(), at=MONDAY + timedelta(minutes=10))
    services.end_round(
        actor=zhang, end=services.RoundEnd(round_id=round_id, started_at=MONDAY, track=far), capture_=over
    )
    judged = CheckIn.objects.get(pk=row.pk)
    assert (judged.counts, judged.track_dwell) == (True, 0)  # two minutes of grace cover one minute of stay
    limit = services.CheckInDraft(
        point_id=point.pk, lon=121.0020, lat=32.0, accuracy=9, dwell_seconds=300, round_id=round_id
    )
    away = services.check_in(actor=zhang, draft=limit)
    assert (away.counts, away.reason) == (False, "距巡查点 189 米,超过 80 米")


def test_a_point_of_another_grid_is_not_there(cast: Cast) -> None:
    xue = cast["xue"].actor
    assert xue.area_id is not None
    point = testing.a_point(xue.area_id)
    draft = services.CheckInDraft(point_id=point.pk, lon=121.0, lat=32.0, accuracy=5, dwell_seconds=90)
    with pytest.raises(NotFound):
        services.check_in(actor=cast["zhang"].actor, draft=draft)
    assert CheckIn.objects.count() == 0


def test_a_points_register_is_kept_by_its_area(cast: Cast) -> None:
    grid = territory.area(cast["zhang"].actor.area_id or 0)
    admin = a_person("area_admin", None, grid.town_id).actor
    row = services.add_point(
        actor=admin,
        draft=services.PointDraft(grid_id=grid.id, name="南门", kind="estate", lon=121.0, lat=32.0),
    )
    with pytest.raises(Conflict):
        services.add_point(
            actor=admin,
            draft=services.PointDraft(grid_id=grid.id, name="南门", kind="estate", lon=121.0, lat=32.0),
        )
    moved = services.change_point(
        actor=admin,
        point_id=row.pk,
        draft=services.PointDraft(grid_id=grid.id, name="南门岗亭", kind="estate", lon=121.0001, lat=32.0),
        version=1,
    )
    assert (moved.pk, moved.version) == (row.pk, 2)
    far = services.change_point(
        actor=admin,
        point_id=row.pk,
        draft=services.PointDraft(grid_id=grid.id, name="南门岗亭", kind="estate", lon=121.01, lat=32.0),
    )
    assert far.pk != row.pk
    assert [p.id for p in queries.points(admin)] == [far.pk]
    with pytest.raises(NotFound):
        services.end_point(actor=an_actor("area_admin"), point_id=far.pk)
    with pytest.raises(Forbidden):
        services.end_point(actor=cast["zhang"].actor, point_id=far.pk)
    services.end_point(actor=admin, point_id=far.pk)
    assert queries.points(admin) == []


def test_a_days_visits_are_stored_once_and_in_order(cast: Cast) -> None:
    zhang = cast["zhang"].actor

    def visit(
        household: int, minute: float, result: str = "met"
    ) -> tuple[services.VisitDraft, services.Capture]:
        at = MONDAY + timedelta(minutes=minute)
        home = testing.a_home(zhang.area_id or 0, household) if household else 999_999_999
        draft = services.VisitDraft(target_kind="household", target_id=home, result=result)
        return draft, services.Capture(client_id=uuid7(), at=at, received_at=MONDAY + timedelta(hours=3))

    run = [visit(1, 0), visit(2, 5), visit(3, 5.2), visit(4, 5.4, "absent"), visit(0, 6), visit(5, 7)]
    answers = services.record_visits(actor=zhang, visits=run)
    assert [isinstance(a, BusinessError) for a in answers] == [False, False, False, False, True, False]
    stored = list(Visit.objects.order_by("at").values_list("result", "believed"))
    assert stored == [("met", True), ("met", True), ("met", False), ("absent", True), ("met", True)]
    again = services.record_visits(actor=zhang, visits=run)
    assert [a.pk for a in again if isinstance(a, Visit)] == [a.pk for a in answers if isinstance(a, Visit)]
    assert Visit.objects.count() == 5


def test_recording_a_hundred_visits_takes_few_statements(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    run = [
        (
            services.VisitDraft(target_kind="place", target_id=n + 1, result="met"),
            services.Capture(
                client_id=uuid7(), at=MONDAY + timedelta(minutes=n), received_at=MONDAY + timedelta(hours=3)
            ),
        )
        for n in range(100)
    ]
    grids = 2 * len(run)  # the area card of each; everything else is set-based
    with django_assert_max_num_queries(grids + 12):  # type: ignore[operator]
        services.record_visits(actor=cast["zhang"].actor, visits=run)
    assert Visit.objects.count() == 100


def test_a_notice_needs_a_signature_or_a_picture_of_the_refusal(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    kind = NoticeKind.objects.get(code="cardroom_close")
    with pytest.raises(Invalid):
        services.serve_notice(
            actor=zhang, draft=services.NoticeDraft(kind_id=kind.pk, place="棋牌室", served_to="顾小满")
        )
    with pytest.raises(Invalid):
        services.serve_notice(
            actor=zhang, draft=services.NoticeDraft(kind_id=kind.pk, place="棋牌室", refused=True)
        )
    assert NoticeServed.objects.count() == 0
    captured = services.Capture(client_id=uuid7(), at=MONDAY, received_at=MONDAY)
    draft = services.NoticeDraft(
        kind_id=kind.pk, place="石港镇人民路棋牌室", served_to="顾小满", signature=uuid7()
    )
    row = services.serve_notice(actor=zhang, draft=draft, capture_=captured)
    assert services.serve_notice(actor=zhang, draft=draft, capture_=captured).pk == row.pk
    assert (row.no, NoticeServed.objects.count()) == ("G20210802-000001", 1)
    assert "顾小满".encode() not in bytes(row.served_to_sealed)
    assert crypto.unseal("name", row.served_to_sealed) == "顾小满"
    assert queries.notices(zhang).items[0].served_to == "顾**"


def test_what_was_served_keeps_its_text_when_the_template_changes(cast: Cast) -> None:
    zhang, dai = cast["zhang"].actor, cast["dai"].actor
    kind = NoticeKind.objects.get(code="cardroom_close")
    draft = services.NoticeDraft(kind_id=kind.pk, place="棋牌室", served_to="顾小满", signature=uuid7())
    row = services.serve_notice(actor=zhang, draft=draft)
    new = services.set_notice_kind(actor=dai, code="cardroom_close", title="棋牌室停业告知书", text="新文本")
    assert (new.version, queries.notice_kinds()[0].text) == (2, "新文本")
    same = services.set_notice_kind(actor=dai, code="cardroom_close", title="棋牌室停业告知书", text="新文本")
    assert same.pk == new.pk
    assert NoticeServed.objects.select_related("kind").get(pk=row.pk).kind.text.startswith("根据疫情防控")
    late = services.serve_notice(  # an offline phone had yesterday's text
        actor=zhang,
        draft=services.NoticeDraft(kind_id=kind.pk, place="棋牌室", served_to="顾小满", signature=uuid7()),
    )
    assert late.kind_id == kind.pk
    with pytest.raises(Forbidden):
        services.set_notice_kind(actor=zhang, code="cardroom_close", title="x", text="y")


def test_looking_at_the_name_asks_why_and_is_written_down(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    kind = NoticeKind.objects.get(code="cardroom_close")
    row = services.serve_notice(
        actor=zhang,
        draft=services.NoticeDraft(kind_id=kind.pk, place="棋牌室", served_to="顾小满", signature=uuid7()),
    )
    with pytest.raises(Invalid):
        services.reveal_served_to(actor=zhang, notice_id=row.pk, purpose=" ")
    with pytest.raises(NotFound):
        services.reveal_served_to(actor=cast["xue"].actor, notice_id=row.pk, purpose="复核")
    assert services.reveal_served_to(actor=zhang, notice_id=row.pk, purpose="复核送达") == "顾小满"
    line = AuditEntry.objects.get(action="audit.field.revealed")
    assert (line.subject, line.purpose) == (f"patrol.notice:{row.pk}", "复核送达")


def test_tracks_fade_after_ninety_days_and_their_facts_stay(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    row = testing.a_round(zhang, MONDAY)
    with clock.moved_to(MONDAY + timedelta(days=89)):
        assert services.forget_tracks() == 0
    with clock.moved_to(MONDAY + timedelta(days=91)):
        assert services.forget_tracks() == 1
        assert services.forget_tracks() == 0
    old = Round.objects.get(pk=row.pk)
    assert (old.track, old.inside_seconds, old.distance) == ([], row.inside_seconds, row.distance)
