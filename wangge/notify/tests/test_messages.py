from __future__ import annotations

import pytest

from wangge.kit.errors import NotFound
from wangge.notify import queries, services
from wangge.org.testing import the_cast

pytestmark = pytest.mark.django_db


def test_a_message_rings_only_where_it_is_addressed() -> None:
    cast = the_cast()
    yin, ji, dai = cast["yin"].actor, cast["ji"].actor, cast["dai"].actor
    services.send(
        to_agency_id=yin.agency_id,
        kind="hotline.dispatched",
        subject="hotline.ticket:1",
        title="新工单",
        text="",
    )
    services.send(to_post_id=dai.post_id, kind="x", subject="", title="退单待审", text="", urgent=True)
    assert queries.unread_for(yin) == queries.Unread(1, 0)
    assert queries.unread_for(ji) == queries.Unread(0, 0)
    assert queries.unread_for(dai) == queries.Unread(1, 1)


def test_reading_is_per_post_and_another_ones_message_is_not_found() -> None:
    cast = the_cast()
    yin, ji = cast["yin"].actor, cast["ji"].actor
    services.send(to_agency_id=yin.agency_id, kind="k", subject="", title="新工单", text="")
    (card,) = queries.messages_for(yin).items
    with pytest.raises(NotFound):
        services.mark_read(actor=ji, message_ids=[card.id])
    assert services.mark_read(actor=yin, message_ids=[card.id]) == 1
    assert services.mark_read(actor=yin, message_ids=[card.id]) == 0
    assert queries.unread_for(yin) == queries.Unread(0, 0)
