"""Doors of campaigns for the console; phones come through sync."""

from ninja import Router

from wangge.campaigns.api import campaigns, problems, snapshots, targets

console = Router()
console.add_router("", campaigns.router)
console.add_router("", snapshots.router)
console.add_router("", targets.router)
console.add_router("", problems.router)

__all__ = ["console"]
