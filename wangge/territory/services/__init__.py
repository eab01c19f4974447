"""Every write to the area tree, one room per intention."""

from wangge.territory.services.codings import CodeReport, import_codes
from wangge.territory.services.drawing import DrawingReport, import_boundaries, set_boundary, to_wgs84
from wangge.territory.services.places import PlaceReport, PlaceRow, create_place, import_places
from wangge.territory.services.schematic import SchematicPlan, SchematicTown, build_schematic_district
from wangge.territory.services.schematic_shapes import TownSeat
from wangge.territory.services.succession import replace_area, replace_areas
from wangge.territory.services.tree import (
    NewArea,
    add_aliases,
    create_area,
    create_areas,
    create_grid,
    serve_district,
    spelled,
)

__all__ = [
    "CodeReport",
    "DrawingReport",
    "NewArea",
    "PlaceReport",
    "PlaceRow",
    "SchematicPlan",
    "SchematicTown",
    "TownSeat",
    "add_aliases",
    "build_schematic_district",
    "create_area",
    "create_areas",
    "create_grid",
    "create_place",
    "import_boundaries",
    "import_codes",
    "import_places",
    "replace_area",
    "replace_areas",
    "serve_district",
    "set_boundary",
    "spelled",
    "to_wgs84",
]
