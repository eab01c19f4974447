"""The geometry of an invented district: Voronoi cells in an outline, gathered into villages and towns.

Pure: numpy and shapely, no database. Works in kilometres east and north of a centre and hands back
degrees (WGS-84) rounded to a millionth, so that neighbours share their corners to the last digit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from wangge.kit.errors import Invalid

Points = numpy.ndarray[Any, numpy.dtype[numpy.float64]]
Labels = numpy.ndarray[Any, numpy.dtype[numpy.int64]]

KM_PER_DEGREE = 111.32
RELAXATIONS = 3
TRIES = 40  # candidate points per wanted point; the densest tenth of a district is far below


@dataclass(frozen=True, slots=True)
class TownSeat:
    """Where a town's seat lies, km east and north of the centre, and how thickly people live there.

    ``reach`` widens (positive, km) or narrows its share of the land, ``crowd`` is the extra density of
    grids around the seat (0 = open country).
    """

    name: str
    east: float
    north: float
    reach: float = 0.0
    crowd: float = 1.0


@dataclass(frozen=True, slots=True)
class Cells:
    """What was drawn: one polygon per grid in degrees, its village and the village's town, as indices."""

    grids: list[BaseGeometry]
    village_of: list[int]
    town_of: list[int]
    villages: list[BaseGeometry]
    towns: list[BaseGeometry]
    district: BaseGeometry


def outline(half_width: float, half_height: float, rng: numpy.random.Generator) -> BaseGeometry:
    """A closed, gently wavering line around the centre, km; nobody's real border."""
    angles = numpy.linspace(0, 2 * math.pi, 97)[:-1]
    radius = numpy.ones_like(angles)
    for wave in (2, 3, 5, 7):
        radius += 0.18 / wave * numpy.sin(wave * angles + rng.uniform(0, 2 * math.pi))
    # a super-ellipse: a district is rather a rounded box than a circle
    shape = (numpy.abs(numpy.cos(angles)) ** 3 + numpy.abs(numpy.sin(angles)) ** 3) ** (-1 / 3)
    xs, ys = half_width * radius * shape * numpy.cos(angles), half_height * radius * shape * numpy.sin(angles)
    return shapely.Polygon(numpy.column_stack([xs, ys]))


def scattered(
    land: BaseGeometry, seats: Sequence[TownSeat], count: int, rng: numpy.random.Generator
) -> Points:
    """``count`` points on the land, thicker around the seats, then evened out (Lloyd)."""
    west, south, east, north = land.bounds
    raw = rng.uniform((west, south), (east, north), size=(count * TRIES, 2))
    density = numpy.full(len(raw), 0.12)
    for seat in seats:
        away = (raw[:, 0] - seat.east) ** 2 + (raw[:, 1] - seat.north) ** 2
        density += 0.5 * seat.crowd * numpy.exp(-away / 8.0)
    keep = rng.random(len(raw)) < density / density.max()
    keep &= shapely.contains_xy(land, raw[:, 0], raw[:, 1])
    points: Points = raw[keep][:count]
    if len(points) < count:
        raise Invalid(f"轮廓内放不下 {count} 个网格,请减少网格数或放大轮廓")
    for _ in range(RELAXATIONS):
        points = shapely.get_coordinates(shapely.centroid(cells_of(points, land)))
    return points


def cells_of(points: Points, land: BaseGeometry) -> list[BaseGeometry]:
    """The Voronoi cell of each point, in the points' order, clipped to the land."""
    diagram = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=land.buffer(5), ordered=True)
    whole = list(shapely.get_parts(diagram))
    return list(shapely.intersection(whole, land))


def towns_of(points: Points, seats: Sequence[TownSeat]) -> Labels:
    """The town of each point: the nearest seat, its reach taken off."""
    spots = numpy.array([(s.east, s.north) for s in seats])
    away = numpy.hypot(*(points[:, None, :] - spots[None, :, :]).transpose(2, 0, 1))
    nearest: Labels = (away - numpy.array([s.reach for s in seats])).argmin(axis=1)
    return nearest


def clustered(points: Points, count: int, rng: numpy.random.Generator) -> Labels:
    """Gather points into ``count`` groups of neighbours, none empty (k-means, 12 rounds)."""
    centres = points[rng.choice(len(points), count, replace=False)]
    labels: Labels = numpy.zeros(len(points), dtype=numpy.int64)
    for _ in range(12):
        away = numpy.hypot(*(points[:, None, :] - centres[None, :, :]).transpose(2, 0, 1))
        labels = away.argmin(axis=1)
        labels[away.argmin(axis=0)] = numpy.arange(count)
        centres = numpy.array([points[labels == i].mean(axis=0) for i in range(count)])
    return labels


def in_one_piece(labels: Labels, cells: Sequence[BaseGeometry]) -> Labels:
    """Give cut-off cells to the neighbour they share most cells with, until every group is connected."""
    tree = shapely.STRtree(cells)
    left, right = tree.query(cells, predicate="touches")
    shares = shapely.length(shapely.intersection(numpy.take(cells, left), numpy.take(cells, right))) > 0
    neighbours: list[list[int]] = [[] for _ in cells]
    for one, other in zip(left[shares].tolist(), right[shares].tolist(), strict=True):
        neighbours[one].append(other)
    settled = labels.copy()
    for _ in range(20):
        strays = _strays(settled, neighbours)
        if not strays:
            break
        for cell in strays:
            around = [int(settled[n]) for n in neighbours[cell] if settled[n] != settled[cell]]
            if around:
                settled[cell] = max(sorted(set(around)), key=around.count)
    return settled


def _strays(labels: Labels, neighbours: Sequence[Sequence[int]]) -> list[int]:
    """Cells outside the largest connected piece of their group."""
    seen: set[int] = set()
    pieces: dict[int, list[list[int]]] = {}
    for start in range(len(labels)):
        if start in seen:
            continue
        piece, frontier = [], [start]
        seen.add(start)
        while frontier:
            here = frontier.pop()
            piece.append(here)
            for near in neighbours[here]:
                if near not in seen and labels[near] == labels[start]:
                    seen.add(near)
                    frontier.append(near)
        pieces.setdefault(int(labels[start]), []).append(piece)
    return sorted(cell for group in pieces.values() for p in sorted(group, key=len)[:-1] for cell in p)


def villages_of(
    points: Points, towns: Labels, town_count: int, count: int, rng: numpy.random.Generator
) -> tuple[Labels, list[int]]:
    """Share ``count`` villages out among the towns by their grids; the village of each point, and
    the town of each village."""
    sizes = numpy.bincount(towns, minlength=town_count)
    wanted = numpy.maximum(1, numpy.floor(sizes * count / sizes.sum()).astype(int))
    while wanted.sum() < count:
        wanted[(sizes / wanted).argmax()] += 1
    labels: Labels = numpy.zeros(len(points), dtype=numpy.int64)
    town_of: list[int] = []
    for town in range(town_count):
        inside = numpy.flatnonzero(towns == town)
        labels[inside] = clustered(points[inside], int(wanted[town]), rng) + len(town_of)
        town_of += [town] * int(wanted[town])
    return labels, town_of


def to_degrees(shapes: Sequence[BaseGeometry], centre: tuple[float, float]) -> list[BaseGeometry]:
    """Kilometres around a centre (lon, lat) to degrees, rounded to a millionth (about 0.1 m)."""
    lon, lat = centre
    scale = numpy.array([KM_PER_DEGREE * math.cos(math.radians(lat)), KM_PER_DEGREE])
    moved = shapely.transform(list(shapes), lambda km: numpy.round(km / scale + numpy.array([lon, lat]), 6))
    return list(moved)


def gathered(grids: Sequence[BaseGeometry], labels: Sequence[int], count: int) -> list[BaseGeometry]:
    """The union of each group's cells; the cells are a coverage, so nothing is lost or doubled."""
    groups: list[list[BaseGeometry]] = [[] for _ in range(count)]
    for shape, label in zip(grids, labels, strict=True):
        groups[label].append(shape)
    return [shapely.coverage_union_all(group) for group in groups]


def draw(
    seats: Sequence[TownSeat],
    *,
    centre: tuple[float, float],
    half_size: tuple[float, float],
    counts: tuple[int, int],
    seed: int,
) -> Cells:
    """Draw a district: ``counts`` = (villages, grids), ``half_size`` in km. The same seed, the same lines."""
    rng = numpy.random.default_rng(seed)
    land = outline(*half_size, rng)
    points = scattered(land, seats, counts[1], rng)
    raw = cells_of(points, land)
    towns = in_one_piece(towns_of(points, seats), raw)
    labels, town_of = villages_of(points, towns, len(seats), counts[0], rng)
    for town in range(len(seats)):
        inside = numpy.flatnonzero(towns == town)
        labels[inside] = in_one_piece(labels[inside], [raw[i] for i in inside])
    grids = to_degrees(raw, centre)
    villages = gathered(grids, labels.tolist(), len(town_of))
    towns_drawn = gathered(villages, town_of, len(seats))
    return Cells(
        grids, labels.tolist(), town_of, villages, towns_drawn, shapely.coverage_union_all(towns_drawn)
    )
