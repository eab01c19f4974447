"""Plays some hundred tickets to their end through the real services: the patterns the filler copies.

Run as ``python -m bench.seed COUNT`` with the environment of a bench house.
"""

from __future__ import annotations

import os
import random
import sys
from datetime import timedelta


def main(count: int) -> int:
    """Tickets of some three weeks, all of them closed in the end."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wangge.project.settings")
    import django

    django.setup()
    from django.db import connection

    from wangge.kit import clock
    from wangge.rehearsal import demo
    from wangge.rehearsal.play import Play
    from wangge.rehearsal.plots import Odds, Story, draw

    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    rng = random.Random("bench")
    play = Play(demo.stage("bench"), alone=True)
    begin = clock.now() - timedelta(days=60)
    for number in range(1, count + 1):
        plot = draw(rng, Odds(refuse=0.01), epidemic=False)
        play.expect_call(Story(number, plot, "mixed"), begin + timedelta(days=20) * rng.random())
    for _reached in play.run():
        pass
    return 1 if play.refused else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
