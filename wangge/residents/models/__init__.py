"""Tables of the register of people."""

from wangge.residents.models.ledger import Erasure, ImportBatch, RefusedRow
from wangge.residents.models.people import CareKind, CareTag, Household, Person, PersonPhone
from wangge.residents.models.records import CallLog, Merge, Provenance, Registration

__all__ = [
    "CallLog",
    "CareKind",
    "CareTag",
    "Erasure",
    "Household",
    "ImportBatch",
    "Merge",
    "Person",
    "PersonPhone",
    "Provenance",
    "RefusedRow",
    "Registration",
]
