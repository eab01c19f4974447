"""Every read of the register of premises."""

from wangge.premises.queries.cards import (
    PremisesCard,
    by_client_id,
    cards,
    ids_by_codes,
    ids_by_names,
    register_values,
    select,
)
from wangge.premises.queries.ledgers import import_batch, import_batches, refusals
from wangge.premises.queries.lists import Found, PremisesFilter, PremisesRow, premises_list, waiting_count
from wangge.premises.queries.pages import (
    ContactRow,
    MoveRow,
    Record,
    StaffRow,
    contacts_of,
    moves_of,
    record,
    record_for,
    staff_counts,
    staff_of,
)
from wangge.premises.queries.pairs import (
    PairRow,
    counts_by_post,
    liaison_of,
    liaison_posts,
    pairs_of_post,
    pairs_of_premises,
    pairs_visible_to,
)
from wangge.premises.queries.phone import phone_records
from wangge.premises.queries.scope import KIND, premises_for, premises_visible_to
from wangge.premises.rules import normal_code, normal_name

__all__ = [
    "KIND",
    "ContactRow",
    "Found",
    "MoveRow",
    "PairRow",
    "PremisesCard",
    "PremisesFilter",
    "PremisesRow",
    "Record",
    "StaffRow",
    "by_client_id",
    "cards",
    "contacts_of",
    "counts_by_post",
    "ids_by_codes",
    "ids_by_names",
    "import_batch",
    "import_batches",
    "liaison_of",
    "liaison_posts",
    "moves_of",
    "normal_code",
    "normal_name",
    "pairs_of_post",
    "pairs_of_premises",
    "pairs_visible_to",
    "phone_records",
    "premises_for",
    "premises_list",
    "premises_visible_to",
    "record",
    "record_for",
    "refusals",
    "register_values",
    "select",
    "staff_counts",
    "staff_of",
    "waiting_count",
]
