"""Doors of patrol for the console: parse, call one service or query, shape."""

from ninja import Router

from wangge.patrol.api import coverage, events, moves, registers, rounds

console = Router()
for part in (events, moves, rounds, registers, coverage):
    console.add_router("", part.router)
