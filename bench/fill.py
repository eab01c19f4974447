"""Fills the ledger to a size with one INSERT … SELECT per table and batch.

Some hundred tickets are played through the real services first (``bench.seed``); the filler copies
them, with moves, timeline, assignments, clocks, papers and search tokens, under new ids, numbers and
moments. So every constraint is honoured (they are all switched on), every index is as large as in
life, and words are as frequent as in life. Copies spread over the last three years.
"""

from __future__ import annotations

from dataclasses import dataclass

from psycopg import Connection, sql

YEARS = 3
BATCH = 50_000
TICKETS = "hotline_ticket"
ASSIGNMENTS = "casework_assignment"
CLOCKS = "casework_clock"


@dataclass(frozen=True)
class Table:
    """A table to copy: its column that names the ticket, and columns that point at other copies."""

    name: str
    ticket: str
    subject: bool = False
    points: tuple[tuple[str, str], ...] = ()
    keyed: bool = True


TABLES = (
    Table(TICKETS, "id", points=(("lead_assignment_id", ASSIGNMENTS),)),
    Table("hotline_tickettext", "ticket_id", keyed=False),
    Table("hotline_ticketmove", "row_id"),
    Table(ASSIGNMENTS, "subject_id", subject=True, points=(("parent_id", ASSIGNMENTS),)),
    Table("casework_assignmentmove", "row_id", points=(("row_id", ASSIGNMENTS),)),
    Table("hotline_ticketunit", "ticket_id", points=(("assignment_id", ASSIGNMENTS),)),
    Table("hotline_ticketrequest", "ticket_id", points=(("assignment_id", ASSIGNMENTS),)),
    Table("hotline_disposal", "ticket_id", points=(("assignment_id", ASSIGNMENTS),)),
    Table("hotline_callback", "ticket_id"),
    Table("hotline_follow", "ticket_id"),
    Table("hotline_supervision", "ticket_id"),
    Table(CLOCKS, "subject_id", subject=True, points=(("assignment_id", ASSIGNMENTS),)),
    Table("casework_clockchange", "clock_id", points=(("clock_id", CLOCKS),)),
    Table("casework_timelineentry", "subject_id", subject=True),
)
KIND = "hotline.ticket"


class Filler:
    """Copies the ended tickets of a database until it holds as many as wanted."""

    def __init__(self, connection: Connection) -> None:
        self.db = connection
        self.db.execute("SET synchronous_commit = off")
        self.db.execute("SET maintenance_work_mem = '512MB'")
        self.copies = 0
        self.low: dict[str, int] = {}
        self.stride: dict[str, int] = {}
        self.offset: dict[str, int] = {}

    def count(self) -> int:
        """Tickets now."""
        return self._one(f"SELECT count(*) FROM {TICKETS}")

    def _one(self, statement: str) -> int:
        row = self.db.execute(statement).fetchone()
        return int(row[0]) if row and row[0] is not None else 0

    def keep_patterns(self) -> int:
        """Set the played tickets aside as patterns; returns how many there are."""
        for table in TABLES:
            self.db.execute(f"DROP TABLE IF EXISTS bench_{table.name}")
            where = f"subject_kind = '{KIND}'" if table.subject else "true"
            self.db.execute(f"CREATE TABLE bench_{table.name} AS SELECT * FROM {table.name} WHERE {where}")
        keyed = [t.name for t in TABLES if t.keyed]
        self.low = {name: self._one(f"SELECT min(id) FROM bench_{name}") for name in keyed}
        self.stride = {
            name: self._one(f"SELECT max(id) FROM bench_{name}") - self.low[name] + 1 for name in keyed
        }
        return self._one(f"SELECT count(*) FROM bench_{TICKETS} WHERE NOT open")

    def fill(self, wanted: int) -> None:
        """Copy until ``wanted`` tickets are there; statistics and visibility are brought up to date."""
        patterns = self._one(f"SELECT count(*) FROM bench_{TICKETS}")
        missing = wanted - self.count()
        rounds = max(-(-missing // patterns), 0)
        every = max(BATCH // patterns, 1)
        total = max(1_000_000 // patterns, self.copies + rounds)
        # New ids begin above what is there; the bench itself writes tickets between two fills.
        above = {name: self._one(f"SELECT max(id) FROM {name}") for name in self.stride}
        self.offset = {
            n: above[n] + 1 - low - (self.copies + 1) * self.stride[n] for n, low in self.low.items()
        }
        done = 0
        while done < rounds:
            last = min(done + every, rounds)
            for table in TABLES:
                self._copy(table, self.copies + done + 1, self.copies + last, total)
            done = last
        self.copies += rounds
        for table in TABLES:
            if table.keyed:
                self.db.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}"
                )
            self.db.execute(f"VACUUM (ANALYZE) {table.name}")
        self.db.execute("CHECKPOINT")

    def drop_patterns(self) -> None:
        """Away with the helpers."""
        for table in TABLES:
            self.db.execute(f"DROP TABLE IF EXISTS bench_{table.name}")

    def _copy(self, table: Table, first: int, last: int, total: int) -> None:
        columns = self._columns(table.name)
        step = f"interval '{YEARS * 365 / total:.6f} days'"
        chosen = [self._expression(table, name, kind, step) for name, kind in columns]
        statement = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} p, generate_series({}, {}) k").format(
            sql.Identifier(table.name),
            sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns),
            sql.SQL(", ").join(sql.SQL(text) for text in chosen),
            sql.Identifier(f"bench_{table.name}"),
            sql.Literal(first),
            sql.Literal(last),
        )
        self.db.execute(statement)

    def _expression(self, table: Table, name: str, kind: str, step: str) -> str:
        targets = dict(table.points)
        if name == "id":
            return self._shifted("id", table.name)
        if name in targets:
            return self._shifted(name, targets[name])
        if name == table.ticket:
            return self._shifted(name, TICKETS)
        if name == "no":
            return "p.no || 'b' || k"
        if name == "received_day":
            return f"((p.received_at - k * {step}) AT TIME ZONE 'Asia/Shanghai')::date"
        if kind == "timestamp with time zone":
            return f"p.{name} - k * {step}"
        return f"p.{name}"

    def _shifted(self, column: str, target: str) -> str:
        """A key of copy ``k``: where the pattern's row of ``target`` has gone."""
        return f"p.{column} + {self.offset[target]} + k * {self.stride[target]}"

    def _columns(self, table: str) -> list[tuple[str, str]]:
        rows = self.db.execute(
            "SELECT column_name, data_type FROM information_schema.columns"
            " WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
            [table],
        ).fetchall()
        return [(str(name), str(kind)) for name, kind in rows]
