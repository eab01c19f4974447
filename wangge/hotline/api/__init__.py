"""Doors of the hotline for the console: parse, call one service or query, shape."""

from ninja import Router

from wangge.hotline.api import desks, ledgers, moves, reference, tickets

console = Router()
for part in (desks, reference, ledgers, tickets, moves):
    console.add_router("", part.router)
