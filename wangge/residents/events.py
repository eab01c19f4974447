"""What the register of people announces, inside the transaction of the fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonRegistered:
    """Somebody new is in the register."""

    person_id: int
    place_id: int


@dataclass(frozen=True, slots=True)
class PeopleMoved:
    """These people live elsewhere now; ``place_ids`` are the areas they left and the one they are in."""

    person_ids: tuple[int, ...]
    place_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArrivalRegistered:
    """Somebody came in from elsewhere and was registered (信息采集登记)."""

    registration_id: int
    person_id: int
    kind: str
    place_id: int
    has_symptoms: bool


@dataclass(frozen=True, slots=True)
class PeopleMerged:
    """Two rows were one person; what pointed at the absorbed one means the kept one."""

    kept_id: int
    absorbed_id: int


@dataclass(frozen=True, slots=True)
class MergeUndone:
    """The two were two people after all."""

    kept_id: int
    absorbed_id: int


@dataclass(frozen=True, slots=True)
class PeopleExpired:
    """These people are about to be erased; whoever points at them lets go now."""

    person_ids: tuple[int, ...]
