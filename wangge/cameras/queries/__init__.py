"""Every read of the catalogue and of screening. The first argument is who asks."""

from wangge.cameras.queries.imports import import_report, imports
from wangge.cameras.queries.points import (
    PointFilter,
    PointPage,
    PointRow,
    map_version,
    on_the_map,
    point_for,
    point_page,
    points,
    points_for,
    points_visible_to,
    stream_of,
    tree,
)
from wangge.cameras.queries.rights import rights_visible_to
from wangge.cameras.queries.screenings import (
    DecisionRow,
    batch_for,
    batches,
    decisions,
    differences,
    in_force,
    summary,
)
from wangge.cameras.queries.views import ViewCard, views_visible_to

__all__ = [
    "DecisionRow",
    "PointFilter",
    "PointPage",
    "PointRow",
    "ViewCard",
    "batch_for",
    "batches",
    "decisions",
    "differences",
    "import_report",
    "imports",
    "in_force",
    "map_version",
    "on_the_map",
    "point_for",
    "point_page",
    "points",
    "points_for",
    "points_visible_to",
    "rights_visible_to",
    "stream_of",
    "summary",
    "tree",
    "views_visible_to",
]
