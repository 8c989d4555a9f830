"""Pictures of figures: bars, lines, a map of tiles, points, and areas from your own GeoJSON; and of a
linkage: why two rows are one (waterfall), weights, parameters, expectations.

    from bina import pictures
    figure = pictures.tiles(register.report("classes", region="74"), value="agreed", within="74",
                            title="Usaha industri per kabupaten/kota", source="Disperindag Sultra")
    pictures.save(figure, "sultra.png")

Rows are a View, a pandas.DataFrame, or any iterable of rows or dicts; what comes back is a
`matplotlib.figure.Figure`. A value of None was withheld (such as a cell too small to publish): it is
hatched, and the legend says so; that a region has no row at all is shown otherwise. Numbers are written
1.234.567 unless `language="en"`. matplotlib is asked for when the first picture is drawn.

Every function takes `title`, `subtitle`, `source`, `on` (a day, two days, or words) and `language`.
"""

from __future__ import annotations

import datetime
import math
import os
import pathlib
import statistics
import textwrap
from typing import Any

from . import _tiles
from ._drawing import (COLOURS, EMPTY, INK, QUIET, RULE, Frame, Scale, column, day, number, quiet_axes,
                       short, swatch, table, ticks_as, word)
from ._outlines import outlines
from ._weights import expectations, parameters, waterfall, weights
from .errors import InvalidError, UsageError

__all__ = ["areas", "bars", "expectations", "lines", "number", "parameters", "points", "save", "tiles", "waterfall",
           "weights"]


def save(figure: Any, path: str | os.PathLike[str], *, dpi: int = 160) -> None:
    """Writes a figure; the ending of the name says what: .png, .svg or .pdf."""
    kind = pathlib.Path(path).suffix.lower().lstrip(".")
    if kind not in ("png", "svg", "pdf"):
        raise UsageError("a picture's name ends in .png, .svg or .pdf",
                         "nama gambar berakhir dengan .png, .svg, atau .pdf", field="path")
    # The same figures give the same file.
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(kind)
    figure.savefig(os.fspath(path), format=kind, dpi=dpi, metadata=undated)


def bars(rows: Any, label: str, value: str, *, by: str | None = None, sort: bool = True,
         unit: str | None = None, title: str | None = None, subtitle: str | None = None,
         source: str | None = None, on: Any = None, language: str = "id") -> Any:
    """Bars that lie, one for each `label`, longest first (`sort=False`: as they come). With `by` each
    is made of parts, one for each word of that column, in the order they come."""
    table_ = table(rows)
    labels = [str(one) for one in column(table_, label)]
    values = column(table_, value)
    parts = [str(one) for one in column(table_, by)] if by else [""] * len(table_)
    names, kinds = list(dict.fromkeys(labels)), list(dict.fromkeys(parts))
    if len(kinds) > len(COLOURS):
        raise UsageError(f"{by} has {len(kinds)} words; at most {len(COLOURS)} can be told apart",
                         f"{by} punya {len(kinds)} kata; paling banyak {len(COLOURS)} yang terbedakan")
    sums: dict[tuple[str, str], Any] = {}
    for name, kind, one in zip(labels, parts, values):
        sums[name, kind] = None if one is None or sums.get((name, kind), 0) is None else (
            sums.get((name, kind), 0) + one)
    totals = {name: sum(sums.get((name, kind)) or 0 for kind in kinds) for name in names}
    if sort:
        names.sort(key=lambda name: -totals[name])
    most = max([*totals.values(), 0]) or 1
    withheld = [key for key, one in sums.items() if one is None]
    frame = Frame(8.4, max(0.34 * len(names), 0.5), title, subtitle, source, on, language,
                  legends=bool(by) + bool(withheld))
    wide = min(max((len(name) for name in names), default=4), 34)
    axes = frame.axes(left=0.35 + 0.083 * wide, right=0.95)
    for at, name in enumerate(names):
        left = 0.0
        for kind, colour in zip(kinds, COLOURS):
            one = sums.get((name, kind), 0)
            if one is None:
                axes.barh(at, most * 0.04, 0.68, left, color="white", edgecolor=QUIET, hatch="////",
                          linewidth=0.6, gid=f"withheld {name}")
                left += most * 0.04
            elif one:
                axes.barh(at, one, 0.68, left, color=colour, gid=f"bar {name} {kind}".strip())
                left += one
        hidden = any(key[0] == name for key in withheld)
        if not hidden or totals[name]:
            text = number(totals[name], language) + ("+" if hidden else "") + (f" {unit}" if unit else "")
            axes.text(left + most * 0.012, at, text, va="center", ha="left", fontsize=9.5, color=INK)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlim(0, most)
    axes.set_yticks(range(len(names)), [textwrap.shorten(name, 34, placeholder="…") for name in names])
    axes.set_xticks([])
    quiet_axes(axes, ("left",))
    axes.tick_params(axis="y", labelsize=10)
    entries = [(swatch(colour), kind) for kind, colour in zip(kinds, COLOURS)] if by else []
    hidden_mark = [(swatch("white", "////"), word("suppressed", language))] if withheld else []
    frame.legend(entries, hidden_mark)
    return frame.figure


def lines(rows: Any, x: str, value: str, *, by: str | None = None, unit: str | None = None,
          title: str | None = None, subtitle: str | None = None, source: str | None = None,
          on: Any = None, language: str = "id") -> Any:
    """A line over `x` (days, numbers or words, in the order they come), or one for each word of `by`,
    named at its end. Where a value is None the line is broken. The scale begins at nought."""
    table_ = table(rows)
    places = column(table_, x)
    values = column(table_, value)
    parts = [str(one) for one in column(table_, by)] if by else [""] * len(table_)
    kinds = list(dict.fromkeys(parts))
    if len(kinds) > len(COLOURS):
        raise UsageError(f"{by} has {len(kinds)} words; at most {len(COLOURS)} can be told apart",
                         f"{by} punya {len(kinds)} kata; paling banyak {len(COLOURS)} yang terbedakan")
    measured = all(isinstance(place, (int, float, datetime.date)) for place in places)
    order = sorted(set(places)) if measured else list(dict.fromkeys(places))
    frame = Frame(8.4, 3.7, title, _notes(subtitle, unit), source, on, language)
    wide = max(len(kind) for kind in kinds) + 9 if kinds else 9
    axes = frame.axes(left=0.85, right=0.35 + 0.085 * min(wide, 34), below=0.25)
    ends: list[tuple[float, str, str]] = []
    for kind, colour in zip(kinds, COLOURS):
        known = {place: one for place, part, one in zip(places, parts, values) if part == kind}
        spots = [place if measured else at for at, place in enumerate(order) if place in known]
        heights = [math.nan if known[place] is None else known[place] for place in order if place in known]
        axes.plot(spots, heights, color=colour, linewidth=2.2, marker="o", markersize=4.5,
                  gid=f"line {kind}".strip())
        seen = [(spot, height) for spot, height in zip(spots, heights) if not math.isnan(height)]
        if seen:
            ends.append((seen[-1][1], f"{kind} {short(seen[-1][1], language)}".strip(), colour))
    axes.set_ylim(bottom=min([0, *(one for one in values if one is not None)]))
    axes.margins(y=0.12)
    _name_ends(axes, ends)
    if not measured:
        axes.set_xticks(range(len(order)), [str(place) for place in order])
    elif order and isinstance(order[0], datetime.date):
        shown = order[:: max(len(order) // 6, 1)]
        axes.set_xticks(shown, [day(one, language) for one in shown])
    else:
        ticks_as(axes, "xaxis", lambda at: f"{at:.0f}", 8)
    ticks_as(axes, "yaxis", lambda at: short(at, language))
    axes.grid(axis="y", color=RULE, linewidth=0.7)
    axes.set_axisbelow(True)
    quiet_axes(axes, ("bottom",))
    return frame.figure


def _name_ends(axes: Any, ends: list[tuple[float, str, str]]) -> None:
    """The names of lines beside their ends, pushed apart where they would lie on each other."""
    low, high = axes.get_ylim()
    room = (high - low) * 0.055
    at = -math.inf
    for height, kind, colour in sorted(ends):
        at = max(height, at + room)
        axes.annotate(kind, (1.0, at), (8, 0), xycoords=axes.get_yaxis_transform(), annotation_clip=False,
                      textcoords="offset points", va="center", fontsize=9.5, color=colour)


def _by_regency(rows: list[Any], region: str, value: str, codes: str) -> tuple[dict[str, Any], int]:
    """The value of each regency, with those of its parts summed up (one withheld withholds all), and how
    many rows lie in no regency of today."""
    found: dict[str, Any] = {}
    lost = 0
    for place, one in zip(column(rows, region), column(rows, value)):
        regency = _tiles.regency_of(place, codes)
        if regency is None:
            lost += place is not None and len(str(place)) > 2
        elif one is None or found.get(regency, 0) is None:
            found[regency] = None
        else:
            found[regency] = found.get(regency, 0) + one
    return found, lost


def _shaded_legend(frame: Frame, scale: Scale, withheld: bool, missing: bool) -> None:
    others = [(swatch("white", "////"), word("suppressed", frame.language))] if withheld else []
    if missing:
        others.append((swatch(EMPTY), word("no_data", frame.language)))
    frame.legend([(swatch(shade), text) for shade, text in scale.labels()], others)


def _notes(*parts: str | None) -> str:
    """Sentences of a subtitle."""
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)


def _count_note(count: int, language: str, indonesian: str, english: str) -> str | None:
    return f"{number(count, language)} {indonesian if language == 'id' else english}" if count else None


def tiles(rows: Any, value: str, *, region: str = "region", within: str | None = None,
          codes: str = "kemendagri", classes: int = 5, unit: str | None = None, title: str | None = None,
          subtitle: str | None = None, source: str | None = None, on: Any = None,
          language: str = "id") -> Any:
    """A map of tiles, one for each regency and city of a province (`within`, such as "74") or of the
    country, about where they lie: a small city is as easily seen as a large regency, and no map is
    needed. `region` holds codes of regencies or of what lies in them (then their values are summed);
    `codes` is "kemendagri" or "bps". Without `within` it is the province that all rows lie in, if one.
    """
    table_ = table(rows)
    known, lost = _by_regency(table_, region, value, codes)
    provinces = {code[:2] for code in known}
    if within is None and len(provinces) == 1:
        within = provinces.pop()
    placed = _tiles.chosen(within)
    wide = max(at for at, _ in placed.values()) + 1
    deep = max(row for _, row in placed.values()) + 1
    side = min(1.12, 15.5 / wide) if within else 15.5 / wide
    scale = Scale((known.get(code) for code in placed), language, classes)
    missing = [code for code in placed if code not in known]
    withheld = any(code in known and known[code] is None for code in placed)
    note = _notes(subtitle, unit, word("schematic", language),
                  _count_note(lost, language, "baris tidak dapat ditempatkan", "rows could not be placed"))
    frame = Frame(max(wide * side + 0.5, 7.6), deep * side, title, note, source, on, language,
                  legends=1 + (withheld or bool(missing)))
    axes = frame.axes(left=0.25 + (frame.width - 0.5 - wide * side) / 2,
                      right=0.25 + (frame.width - 0.5 - wide * side) / 2)
    from matplotlib.patches import Rectangle

    for code, (at, row) in placed.items():
        one = known.get(code)
        hidden = code in known and one is None
        face = "white" if hidden else EMPTY if one is None else scale.shade(one)
        axes.add_patch(Rectangle((at + 0.03, row + 0.03), 0.94, 0.94, facecolor=face,
                                 edgecolor=QUIET if hidden else face, linewidth=0.6,
                                 hatch="////" if hidden else None, gid=f"tile {code}"))
        if within:
            _name_tile(axes, code, (at, row), side, one, hidden, scale, language)
    if not within:
        _name_provinces(axes, placed)
    axes.set_xlim(0, wide)
    axes.set_ylim(deep, 0)
    axes.set_axis_off()
    _shaded_legend(frame, scale, withheld, bool(missing))
    return frame.figure


def _name_tile(axes: Any, code: str, place: tuple[int, int], side: float, one: Any, withheld: bool,
               scale: Scale, language: str) -> None:
    at, row = place
    ink = INK if one is None else scale.ink(one)
    box = {"facecolor": "white", "edgecolor": "none", "pad": 0.8} if withheld else None
    names = textwrap.wrap(_tiles.name_of(code), 12, break_long_words=False)
    longest = max(len(name) for name in names)
    size = min(8.0, 66 * side * 0.98 / max(longest, 1) / 0.62, 20 * side / len(names))
    axes.text(at + 0.5, row + (0.36 if one is not None else 0.5), "\n".join(names), ha="center", va="center",
              fontsize=size, color=ink, linespacing=1.05, bbox=box, gid=f"name {code}")
    if one is not None:
        axes.text(at + 0.5, row + 0.76, number(one, language), ha="center", va="center", color=ink,
                  fontsize=min(11, 10 * side), fontweight="bold", gid=f"value {code}")


def _name_provinces(axes: Any, placed: dict[str, tuple[int, int]]) -> None:
    for province in sorted({code[:2] for code in placed}):
        spots = [spot for code, spot in placed.items() if code[:2] == province]
        axes.text(statistics.mean((min(at for at, _ in spots), max(at for at, _ in spots) + 1)),
                  min(row for _, row in spots) - 0.15, _tiles.provinces()[province], ha="center", va="bottom",
                  fontsize=6.2, color=QUIET, gid=f"province {province}")


def points(rows: Any, *, latitude: str = "latitude", longitude: str = "longitude", by: str | None = None,
           region: str | None = "region", title: str | None = None, subtitle: str | None = None,
           source: str | None = None, on: Any = None, language: str = "id") -> Any:
    """Points where coordinates are known, on a plain frame with degrees and a scale, in colours for the
    words of `by`; each regency (by the codes in `region`) is named amid its points. Rows without
    coordinates are left out, and counted in the subtitle."""
    table_ = table(rows)
    spots = [(north, east, row) for north, east, row in
             zip(column(table_, latitude), column(table_, longitude), table_)
             if north is not None and east is not None]
    if not spots:
        raise InvalidError("no row has coordinates", "tidak ada baris yang berkoordinat", field=latitude)
    kinds = list(dict.fromkeys(str(row.get(by)) for _, _, row in spots)) if by else [""]
    if len(kinds) > len(COLOURS):
        raise UsageError(f"{by} has {len(kinds)} words; at most {len(COLOURS)} can be told apart",
                         f"{by} punya {len(kinds)} kata; paling banyak {len(COLOURS)} yang terbedakan")
    note = _notes(subtitle, _count_note(len(table_) - len(spots), language,
                                        f"dari {number(len(table_), language)} tanpa koordinat",
                                        f"of {number(len(table_), language)} have no coordinates"))
    north = [spot[0] for spot in spots]
    east = [spot[1] for spot in spots]
    stretch = 1 / math.cos(math.radians(statistics.mean(north)))
    deep = max(max(north) - min(north), 0.05) * 1.2
    wide = max(max(east) - min(east), 0.05) * 1.2
    height = min(max(7.35 * deep * stretch / wide, 2.6), 7.0)
    frame = Frame(8.4, height + 0.3, title, note, source, on, language, legends=int(bool(by)))
    axes = frame.axes(left=0.75, right=0.3, below=0.3)
    # As many degrees as fill the frame while a kilometre stays as long to the north as to the east.
    wide, deep = max(wide, 7.35 * deep * stretch / height), max(deep, height * wide / 7.35 / stretch)
    axes.set_xlim((min(east) + max(east) - wide) / 2, (min(east) + max(east) + wide) / 2)
    axes.set_ylim((min(north) + max(north) - deep) / 2, (min(north) + max(north) + deep) / 2)
    for kind, colour in zip(kinds, COLOURS):
        here = [spot for spot in spots if not by or str(spot[2].get(by)) == kind]
        axes.scatter([spot[1] for spot in here], [spot[0] for spot in here], s=22, color=colour, alpha=0.75,
                     edgecolors="white", linewidths=0.5, gid=f"points {kind}".strip())
    for at, name in _amid(spots, region):
        axes.text(at[1], at[0], name, ha="center", va="center", fontsize=10, fontweight="bold", color=INK,
                  bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 1.2},
                  gid=f"name {name}")
    signs = ("LU", "LS") if language == "id" else ("N", "S")
    ticks_as(axes, "xaxis", lambda at: f"{number(at, language, 2)}° {'BT' if language == 'id' else 'E'}", 5)
    ticks_as(axes, "yaxis", lambda at: f"{number(abs(at), language, 2)}° {signs[int(at < 0)]}", 5)
    for axis in (axes.xaxis, axes.yaxis):
        axis.get_major_locator().set_params(integer=False)
    axes.grid(color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    quiet_axes(axes, ("left", "bottom", "top", "right"))
    _scale_bar(axes, statistics.mean(north), language)
    frame.legend([(swatch(colour), kind) for kind, colour in zip(kinds, COLOURS)] if by else [])
    return frame.figure


def _amid(spots: list[Any], region: str | None) -> list[tuple[tuple[float, float], str]]:
    groups: dict[str, list[tuple[float, float]]] = {}
    for north, east, row in spots:
        code = _tiles.regency_of(row.get(region)) if region else None
        if code is not None:
            groups.setdefault(code, []).append((north, east))
    return [((statistics.median(one for one, _ in here), statistics.median(one for _, one in here)),
             _tiles.name_of(code)) for code, here in sorted(groups.items())]


def _scale_bar(axes: Any, north: float, language: str) -> None:
    """A bar of a round number of kilometres at the lower right."""
    left, right = axes.get_xlim()
    low, high = axes.get_ylim()
    degree = 111.32 * math.cos(math.radians(north))
    room = (right - left) * degree / 4
    size = 10 ** math.floor(math.log10(room))
    length = max(unit * size for unit in (1, 2, 5) if unit * size <= room)
    end, base = right - (right - left) * 0.03, low + (high - low) * 0.04
    axes.plot([end - length / degree, end], [base, base], color=INK, linewidth=2, solid_capstyle="butt")
    axes.text(end - length / degree / 2, base + (high - low) * 0.015, f"{number(length, language)} km",
              ha="center", va="bottom", fontsize=8.5, color=INK)


def areas(geojson: Any, rows: Any, value: str, *, region: str = "region", property: str | None = None,
          codes: str = "kemendagri", classes: int = 5, unit: str | None = None, title: str | None = None,
          subtitle: str | None = None, source: str | None = None, on: Any = None,
          language: str = "id") -> Any:
    """Areas of your own GeoJSON (a file's path, its text parsed, or its features), shaded by value.

    `property` is the one that holds the code of each area, Kemendagri's or (`codes="bps"`) the
    statistics office's, with or without dots; without it the one that fits most rows. Areas of
    any level are drawn: an area takes the values of the rows whose region is the same code or lies in it.
    """
    shapes, lost = outlines(geojson, table(rows), region, value, property, codes)
    scale = Scale((shape.value for shape in shapes), language, classes)
    bounds = [edge(at for shape in shapes for ring in shape.rings for at in (spot[axis] for spot in ring))
              for axis in (0, 1) for edge in (min, max)]
    stretch = 1 / math.cos(math.radians((bounds[2] + bounds[3]) / 2))
    ratio = max((bounds[3] - bounds[2]) * stretch, 1e-9) / max(bounds[1] - bounds[0], 1e-9)
    withheld = any(shape.withheld for shape in shapes)
    missing = any(shape.value is None and not shape.withheld for shape in shapes)
    note = _notes(subtitle, unit, _count_note(lost, language, "baris tidak ada daerahnya di peta",
                                              "rows have no area on the map"))
    frame = Frame(9.5, min(max(9.0 * ratio, 2.5), 7.5), title, note, source, on, language,
                  legends=1 + (withheld or missing))
    axes = frame.axes()
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    for shape in shapes:
        face = "white" if shape.withheld else EMPTY if shape.value is None else scale.shade(shape.value)
        path = Path.make_compound_path(*(Path(ring, closed=True) for ring in shape.rings))
        axes.add_patch(PathPatch(path, facecolor=face, edgecolor=QUIET if shape.withheld else "white",
                                 hatch="////" if shape.withheld else None, linewidth=0.7,
                                 gid=f"area {shape.code}"))
    axes.set_xlim(bounds[0], bounds[1])
    axes.set_ylim(bounds[2], bounds[3])
    axes.set_aspect(stretch)
    axes.set_axis_off()
    _shaded_legend(frame, scale, withheld, missing)
    return frame.figure
