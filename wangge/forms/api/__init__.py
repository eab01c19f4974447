"""Doors: write, preview, publish, fill in, read, take away. Phones use commands and feeds."""

from ninja import Router

from wangge.forms.api import sheets, surveys

console = Router()
for part in (surveys, sheets):
    console.add_router("", part.router)
