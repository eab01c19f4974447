"""Tables of the hotline: the ticket and its moves, the steps on its way, reference rows, ledgers."""

from wangge.hotline.models.ledger import ImportBatch, ImportProfile, RefusedRow
from wangge.hotline.models.reference import Category, DispatchRule, Topic
from wangge.hotline.models.steps import Callback, Disposal, Follow, Supervision, TicketRequest
from wangge.hotline.models.ticket import Ticket, TicketMove, TicketText, TicketUnit

__all__ = [
    "Callback",
    "Category",
    "DispatchRule",
    "Disposal",
    "Follow",
    "ImportBatch",
    "ImportProfile",
    "RefusedRow",
    "Supervision",
    "Ticket",
    "TicketMove",
    "TicketRequest",
    "TicketText",
    "TicketUnit",
    "Topic",
]
