"""Every write of the register of premises, one function per intention."""

from wangge.premises.services.imports import (
    Preview,
    import_ledger,
    import_staff,
    preview_file,
    refused_rows,
)
from wangge.premises.services.pairs import end_pair, pair_liaison, pair_many
from wangge.premises.services.pasting import paste_pairs
from wangge.premises.services.people import (
    RevealedContact,
    RevealedStaff,
    StaffDraft,
    StaffReport,
    end_staff,
    erase_former_people,
    put_staff,
    reveal_contact,
    reveal_staff,
    set_contact,
)
from wangge.premises.services.register import (
    close_premises,
    correct_premises,
    register_many,
    register_premises,
    reject_premises,
    reopen_premises,
    verify_premises,
)
from wangge.premises.services.writing import PremisesDraft

__all__ = [
    "PremisesDraft",
    "Preview",
    "RevealedContact",
    "RevealedStaff",
    "StaffDraft",
    "StaffReport",
    "close_premises",
    "correct_premises",
    "end_pair",
    "end_staff",
    "erase_former_people",
    "import_ledger",
    "import_staff",
    "pair_liaison",
    "pair_many",
    "paste_pairs",
    "preview_file",
    "put_staff",
    "refused_rows",
    "register_many",
    "register_premises",
    "reject_premises",
    "reopen_premises",
    "reveal_contact",
    "reveal_staff",
    "set_contact",
    "verify_premises",
]
