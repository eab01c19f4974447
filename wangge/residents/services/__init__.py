"""Every write of the register of people: one function per intention."""

from wangge.residents.services.arrivals import Journey, phones_of, register_arrival
from wangge.residents.services.calls import CallDraft, log_call, log_calls
from wangge.residents.services.drafts import Origin, PersonDraft, PhoneDraft
from wangge.residents.services.imports import import_people, refused_rows
from wangge.residents.services.inventing import invent_population
from wangge.residents.services.looking import (
    Dial,
    look_at_person,
    look_up_number,
    phone_of,
    reveal_field,
    search_people,
)
from wangge.residents.services.merging import merge_people, undo_merge
from wangge.residents.services.people import (
    Correction,
    HouseholdDraft,
    correct_person,
    move_household,
    move_person,
    register_household,
    register_person,
)
from wangge.residents.services.upkeep import erase_expired

__all__ = [
    "CallDraft",
    "Correction",
    "Dial",
    "HouseholdDraft",
    "Journey",
    "Origin",
    "PersonDraft",
    "PhoneDraft",
    "correct_person",
    "erase_expired",
    "import_people",
    "invent_population",
    "log_call",
    "log_calls",
    "look_at_person",
    "look_up_number",
    "merge_people",
    "move_household",
    "move_person",
    "phone_of",
    "phones_of",
    "refused_rows",
    "register_arrival",
    "register_household",
    "register_person",
    "reveal_field",
    "search_people",
    "undo_merge",
]
