"""Who acts. Never a bare user id: a person in a post, a device for a post, a citizen or the system."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ActorKind = Literal["post", "device", "citizen", "system"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in a role over an area, as the scope gate resolved it.

    ``area_id`` is the tree node the post covers (``None`` = the whole district) and ``area_kind``
    its level (district, town, village, grid). ``agency_ids`` are the agencies whose assignments the
    post may handle: its own and, for a head, the sub-units. ``permissions`` are the verbs of the
    role, ``context.noun.verb``. ``label`` is what a timeline shows: post title and name.
    """

    kind: ActorKind
    post_id: int | None = None
    account_id: int | None = None
    role: str = ""
    agency_id: int | None = None
    agency_ids: frozenset[int] = field(default_factory=frozenset)
    area_id: int | None = None
    area_kind: str = "district"
    district_wide: bool = False
    permissions: frozenset[str] = field(default_factory=frozenset)
    label: str = ""
    reason: str = ""
    device_id: str = ""
    elevated: bool = False

    @property
    def key(self) -> str:
        """Short stable text for move rows and logs: ``post:12``, ``system:sweep``."""
        if self.kind == "system":
            return f"system:{self.reason}"
        if self.kind == "citizen":
            return f"citizen:{self.account_id or 0}"
        return f"post:{self.post_id}"

    @property
    def in_post(self) -> bool:
        """Whether a post acts: its person at a desk, or the device that works for it."""
        return self.kind in ("post", "device")

    def may(self, permission: str) -> bool:
        """Whether the role holds this verb; the row is a question for the queries."""
        return self.kind == "system" or permission in self.permissions


def system(reason: str) -> Actor:
    """The system itself, with the reason it acts: a job, an import, a rehearsal."""
    return Actor(kind="system", reason=reason, label="系统", district_wide=True)
