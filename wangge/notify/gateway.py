"""The SMS gateway behind one small door. Without one, texts wait in the table and nothing is lost."""

from __future__ import annotations

from typing import Protocol

TIMEOUT = 5.0


class GatewayError(Exception):
    """The gateway refused or did not answer; the message names no number."""


class SmsGateway(Protocol):
    """Sends one text. Must answer or raise within ``timeout`` seconds."""

    def send(self, number: str, text: str, *, timeout: float) -> None:
        """Hand the text over; raises ``GatewayError``."""


class NoGateway:
    """The default: nothing is connected, so nothing is taken out of the queue."""

    def send(self, number: str, text: str, *, timeout: float) -> None:
        """Never called: ``connected`` is false."""
        raise GatewayError("no gateway is connected")


_gateway: list[SmsGateway] = [NoGateway()]


def connected() -> SmsGateway | None:
    """The gateway in use, ``None`` while there is none."""
    return None if isinstance(_gateway[0], NoGateway) else _gateway[0]


def use(gateway: SmsGateway) -> None:
    """Choose the gateway (called once at start, or by a test)."""
    _gateway[:] = [gateway]
