"""Doors of the register for the console and the phone: parse, call one service or query, shape."""

from ninja import Router

from wangge.residents.api import ledgers, people, phones, registrations

console = Router()
for part in (people, registrations, ledgers):
    console.add_router("", part.router)
field = phones.router
