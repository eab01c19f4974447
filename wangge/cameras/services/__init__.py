"""Every write of the catalogue, of screening and of rights."""

from wangge.cameras.services.catalogue import PointDraft, change_point, put_points, set_status
from wangge.cameras.services.imports import import_points, refused_rows, take_catalogue
from wangge.cameras.services.rights import end_right, give_right
from wangge.cameras.services.screening import adopt_batch, discard_batch, override_decision, run_screening

__all__ = [
    "PointDraft",
    "adopt_batch",
    "change_point",
    "discard_batch",
    "end_right",
    "give_right",
    "import_points",
    "override_decision",
    "put_points",
    "refused_rows",
    "run_screening",
    "set_status",
    "take_catalogue",
]
