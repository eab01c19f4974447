"""A gateway that keeps what it was given."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from wangge.notify import gateway
from wangge.notify.gateway import GatewayError, NoGateway


class FakeGateway:
    """Keeps (number, text); refuses numbers in ``refusing``."""

    def __init__(self, refusing: frozenset[str] = frozenset()) -> None:
        self.sent: list[tuple[str, str]] = []
        self.refusing = refusing

    def send(self, number: str, text: str, *, timeout: float) -> None:
        """Keep it."""
        assert 0 < timeout <= 10
        if number in self.refusing:
            raise GatewayError("refused")
        self.sent.append((number, text))


@contextlib.contextmanager
def a_gateway(refusing: frozenset[str] = frozenset()) -> Iterator[FakeGateway]:
    """A connected gateway for a block."""
    fake = FakeGateway(refusing)
    gateway.use(fake)
    try:
        yield fake
    finally:
        gateway.use(NoGateway())
