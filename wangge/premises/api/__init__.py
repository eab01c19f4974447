"""Doors of the register of premises: parse, call one service or query, shape."""

from ninja import Router

from wangge.premises.api import files, pairs, people, phone, records

console = Router()
for part in (records, people, pairs, files):
    console.add_router("", part.router)
field = phone.router
