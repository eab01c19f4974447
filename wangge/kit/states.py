"""A state machine is a table of moves; moving is one conditional UPDATE and one move row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from wangge.kit import clock, moves
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict


class Stateful(Protocol):
    """A model row with a ``status`` column and, optionally, a ``version`` counter."""

    pk: Any
    status: str


@dataclass(frozen=True, slots=True)
class Move:
    """One arrow of the picture: ``name`` leads from any of ``sources`` to ``target``.

    ``target`` ``""`` means "stays where it is": the move is recorded, the state does not change.
    """

    name: str
    sources: frozenset[str]
    target: str = ""


@dataclass(frozen=True)
class Machine:
    """The states of one noun. ``labels`` gives each state its Chinese word, ``terminal`` the ends."""

    noun: str
    initial: str
    moves: tuple[Move, ...]
    labels: dict[str, str]
    move_labels: dict[str, str] = field(default_factory=dict)
    tones: dict[str, str] = field(default_factory=dict)

    @property
    def states(self) -> frozenset[str]:
        """Every state that the table names."""
        named = {self.initial} | {m.target for m in self.moves if m.target}
        return frozenset(named.union(*(m.sources for m in self.moves)))

    @property
    def terminal(self) -> frozenset[str]:
        """States that no move leaves."""
        leaving = {s for m in self.moves if m.target for s in m.sources if s != m.target}
        return self.states - leaving

    def move(self, name: str) -> Move:
        """The move of this name; an unknown name is a programming error."""
        for candidate in self.moves:
            if candidate.name == name:
                return candidate
        raise KeyError(f"{self.noun} has no move {name!r}")

    def allowed(self, status: str) -> tuple[str, ...]:
        """Names of the moves that may leave ``status``, in table order."""
        return tuple(m.name for m in self.moves if status in m.sources)

    def apply(
        self,
        row: Stateful,
        name: str,
        *,
        by: Actor,
        reason: str = "",
        data: dict[str, Any] | None = None,
        **columns: Any,
    ) -> None:
        """Move ``row``; sets ``columns`` in the same UPDATE and writes one move row.

        The model names its move table in ``Model.move_model`` (foreign key ``row``). Raises
        ``Conflict`` when the state does not allow the move or somebody moved the row first.
        """
        move = self.move(name)
        if row.status not in move.sources:
            state, verb = self.labels.get(row.status, row.status), self.move_labels.get(name, name)
            raise Conflict(
                f"当前状态“{state}”不能进行“{verb}”",
                code="wrong_state",
                data={"status": row.status, "move": name},
            )
        before, after = row.status, move.target or row.status
        entry = {
            "name": name,
            "source": before,
            "target": after,
            "by": by.key,
            "by_label": by.label,
            "agency_id": by.agency_id,
            "at": clock.now(),
            "reason": reason,
            "data": data or {},
        }
        if not moves.written(row, before, {"status": after, **columns}, entry):
            raise Conflict("刚刚被他人处理过,请刷新后再试", code="race", data={"move": name})
        row.status = after
        for column, value in columns.items():
            setattr(row, column, value)

    def picture(self) -> str:
        """A Mermaid state diagram, for the context README."""
        lines = ["```mermaid", "stateDiagram-v2", f"  [*] --> {self.initial}"]
        for move in self.moves:
            label = self.move_labels.get(move.name, move.name)
            for source in sorted(move.sources):
                if move.target and not (len(move.sources) == len(self.states) - 1 and not move.target):
                    lines.append(f"  {source} --> {move.target}: {label}")
        lines += [f"  {state}: {label}" for state, label in self.labels.items()]
        lines += [f"  {state} --> [*]" for state in sorted(self.terminal)]
        return "\n".join([*lines, "```"])


def faults(machine: Machine) -> list[str]:
    """What is wrong with a table: unreachable states, unlabelled states, doubled move names."""
    found: list[str] = []
    reached, frontier = {machine.initial}, [machine.initial]
    while frontier:
        here = frontier.pop()
        for move in machine.moves:
            if here in move.sources and move.target and move.target not in reached:
                reached.add(move.target)
                frontier.append(move.target)
    found += [f"unreachable: {s}" for s in sorted(machine.states - reached)]
    found += [f"no label: {s}" for s in sorted(machine.states - machine.labels.keys())]
    found += [f"label without state: {s}" for s in sorted(machine.labels.keys() - machine.states)]
    names = [m.name for m in machine.moves]
    found += [f"doubled move: {n}" for n in sorted({n for n in names if names.count(n) > 1})]
    found += [f"no move label: {n}" for n in sorted(set(names) - machine.move_labels.keys())]
    return found


def any_of(*states: str) -> frozenset[str]:
    """Shorthand for the sources of a move."""
    return frozenset(states)


def all_but(machine_states: Iterable[str], *without: str) -> frozenset[str]:
    """Every given state except these."""
    return frozenset(machine_states) - frozenset(without)
