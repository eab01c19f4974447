"""Every write of sync: commands up, changes kept, old things forgotten."""

from wangge.sync.services.changes import forget_old, keep
from wangge.sync.services.inbox import take

__all__ = ["forget_old", "keep", "take"]
