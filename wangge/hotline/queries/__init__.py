"""Every read of the hotline; the first argument is who asks. Out of scope is the same as absent."""

from wangge.hotline.queries.boards import (
    Board,
    CallbackCard,
    Column,
    board,
    callback_queue,
    inbox,
)
from wangge.hotline.queries.callers import (
    CallerView,
    Duplicate,
    PastTicket,
    caller_of,
    duplicates,
    typed,
)
from wangge.hotline.queries.ledgers import import_batch, import_batches, profiles, refusals
from wangge.hotline.queries.lists import TicketFilter, TicketRow, tickets
from wangge.hotline.queries.pages import (
    TicketPage,
    clock_owner,
    clock_story,
    clock_view,
    ticket_page,
    timeline,
)
from wangge.hotline.queries.phones import tickets_on_phone
from wangge.hotline.queries.reference import categories, dispatch_rules, options, topics
from wangge.hotline.queries.scope import KIND, hides_caller, plain_title, ticket_for, tickets_visible_to
from wangge.hotline.queries.suggest import suggestions_for
from wangge.hotline.queries.texts import PlainText, labels, plain_texts

__all__ = [
    "KIND",
    "Board",
    "CallbackCard",
    "CallerView",
    "Column",
    "Duplicate",
    "PastTicket",
    "PlainText",
    "TicketFilter",
    "TicketPage",
    "TicketRow",
    "board",
    "callback_queue",
    "caller_of",
    "categories",
    "clock_owner",
    "clock_story",
    "clock_view",
    "dispatch_rules",
    "duplicates",
    "hides_caller",
    "import_batch",
    "import_batches",
    "inbox",
    "labels",
    "options",
    "plain_texts",
    "plain_title",
    "profiles",
    "refusals",
    "suggestions_for",
    "ticket_for",
    "ticket_page",
    "tickets",
    "tickets_on_phone",
    "tickets_visible_to",
    "timeline",
    "topics",
    "typed",
]
