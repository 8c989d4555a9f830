"""What all pictures share: rows of any origin, numbers and days as people write them, and the frame around
a picture. matplotlib is used where it is there, and asked for by name where it is not."""

from __future__ import annotations

import datetime
import math
import textwrap
from typing import Any, Callable, Iterable, Mapping

from ._language import language_number
from .errors import UnsupportedError, UsageError
from .row import Row

INK, QUIET, RULE, EMPTY = "#1a1a1a", "#5b6166", "#d5d9dc", "#eceeef"
# Told apart also by those who see few colours: Okabe and Ito's, the strong ones first.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#333333", "#8c6d1f")
# From light to dark in one hue, so that also a copy in grey tells more from less.
SHADES = ("#deebf7", "#b6d1ea", "#7fb2da", "#4189c2", "#1a5a9c", "#0b316b")

_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WORDS = {
    "source": ("Sumber", "Source"),
    "suppressed": ("disembunyikan (terlalu sedikit untuk diumumkan)", "withheld (too few to publish)"),
    "no_data": ("tidak ada data", "no data"),
    "and": ("dan", "and"),
    "unknown": ("tidak diketahui", "unknown"),
    "nothing": ("tidak ada yang dapat digambar", "nothing to draw"),
    "schematic": ("Satu petak satu kabupaten/kota; letaknya skematis.",
                  "One tile is one regency or city; positions are schematic."),
}


def word(name: str, language: str) -> str:
    """A word of the frame in a language."""
    return _WORDS[name][0 if language == "id" else 1]


def matplotlib_or_refuse() -> Any:
    """matplotlib, or a refusal that says how to get it."""
    try:
        import matplotlib
        import matplotlib.figure
    except ImportError:
        raise UnsupportedError(
            "pictures need matplotlib: pip install matplotlib (Debian: apt install python3-matplotlib)",
            "gambar memerlukan matplotlib: pip install matplotlib (Debian: apt install python3-matplotlib)"
        ) from None
    return matplotlib


def _plain(value: Any) -> Any:
    """A value of a data frame as Python's own; what is missing there is None."""
    if value is None or isinstance(value, (str, bool, int, datetime.date)):
        return None if type(value).__name__ == "NaTType" else value
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    if hasattr(value, "item"):  # a number of numpy
        value = value.item()
    return None if isinstance(value, float) and math.isnan(value) else value


def table(rows: Any) -> list[Mapping[str, Any]]:
    """Rows as mappings: of a View, a pandas.DataFrame, or an iterable of Rows or dicts."""
    if hasattr(rows, "to_dict") and hasattr(rows, "columns"):
        rows = rows.to_dict("records")
    if isinstance(rows, (str, bytes, Mapping)) or not isinstance(rows, Iterable):
        raise _no_rows(rows)
    found: list[Mapping[str, Any]] = []
    for row in rows:
        if not isinstance(row, (Row, Mapping)):
            raise _no_rows(row)
        found.append({name: _plain(row[name]) for name in row})
    return found


def _no_rows(given: Any) -> UsageError:
    what = type(given).__name__
    return UsageError(f"a picture is drawn from rows (a View such as result.histogram(), a DataFrame, a list of dicts), "
                      f"not from {what}",
                      f"gambar dibuat dari baris (View seperti result.histogram(), DataFrame, daftar dict), "
                      f"bukan dari {what}")


def column(rows: list[Mapping[str, Any]], name: str) -> list[Any]:
    """One column; refused when no row has it."""
    if rows and not any(name in row for row in rows):
        has = ", ".join(rows[0])
        raise UsageError(f"no row has a column {name!r}; there are: {has}",
                         f"tidak ada kolom {name!r}; yang ada: {has}", field=name)
    return [row.get(name) for row in rows]


def number(value: Any, language: str = "id", decimals: int | None = None) -> str:
    """1234567 as 1.234.567 (or 1,234,567), 12.5 as 12,5."""
    if value is None:
        return "–"
    if decimals is not None:
        text = f"{value:,.{decimals}f}"
    else:  # two places at the most
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def short(value: float, language: str = "id") -> str:
    """A number on an axis: 1500000 as 1,5 jt, 2000000000 as 2 M; below a million in full."""
    for size, marks in ((1e12, ("T", "tn")), (1e9, ("M", "bn")), (1e6, ("jt", "m"))):
        if abs(value) >= size:
            return f"{number(round(value / size, 2), language)} {marks[language == 'en']}"
    return number(value, language)


def day(value: Any, language: str = "id") -> str:
    """9 November 2020; two days as a range; text as it is."""
    if isinstance(value, (tuple, list)):
        return " – ".join(day(one, language) for one in value)
    if isinstance(value, str):
        text = value
        try:
            value = datetime.date.fromisoformat(text)
        except ValueError:
            return text
    return f"{value.day} {_MONTHS[language][value.month - 1]} {value.year}"


def steps(values: Iterable[float], classes: int) -> list[float]:
    """Where one shade ends and the next begins: round numbers between the least and the greatest value
    that share the values out about evenly."""
    ordered = sorted(set(values))
    classes = min(classes, len(ordered))
    found: list[float] = []
    for part in range(1, classes):
        low = ordered[max(len(ordered) * part // classes - 1, 0)]
        high = ordered[len(ordered) * part // classes]
        edge = _roundest(low, high)
        if edge > ordered[0] and (not found or edge > found[-1]):
            found.append(edge)
    return found


def _roundest(low: float, high: float) -> float:
    """The roundest number above low and not above high."""
    size = 10.0 ** math.floor(math.log10(max(abs(high), 1)))
    while size >= 1e-6:
        for unit in (size, size / 2, size / 4):
            edge = math.floor(high / unit) * unit
            if edge > low and (unit >= 1 or not float(high).is_integer()):
                return int(edge) if float(edge).is_integer() else edge
        size /= 10
    return high


class Scale:
    """Shades for values, with the words of a legend."""

    def __init__(self, values: Iterable[Any], language: str, classes: int = 5) -> None:
        self.values = [value for value in values if value is not None]
        self.edges = steps(self.values, classes)
        self.language = language
        count = len(self.edges) + 1
        pick = [round(n * (len(SHADES) - 1) / max(count - 1, 1)) for n in range(count)]
        self.shades = [SHADES[n] for n in pick] if count > 1 else [SHADES[3]]

    def shade(self, value: float) -> str:
        """The colour of a value."""
        return self.shades[sum(value >= edge for edge in self.edges)]

    def ink(self, value: float) -> str:
        """The colour of letters on it."""
        red, green, blue = (int(self.shade(value)[at:at + 2], 16) for at in (1, 3, 5))
        return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else "white"

    def labels(self) -> list[tuple[str, str]]:
        """Each shade with the values it stands for."""
        if not self.values:
            return []
        whole = all(float(value).is_integer() for value in (*self.values, *self.edges))
        bounds = [min(self.values), *self.edges, max(self.values)]
        found = []
        for at, shade in enumerate(self.shades):
            last = at + 1 == len(self.shades)
            low, high = bounds[at], bounds[at + 1] - (0 if last or not whole else 1)
            text = number(low, self.language)
            if high > low:
                text += ("–" if whole else " – ") + number(high, self.language)
            found.append((shade, text))
        return found


class Frame:
    """A figure with its words around a place to draw in: title, subtitle, source and day."""

    def __init__(self, width: float, height: float, title: str | None, subtitle: str | None,
                 source: str | None, on: Any, language: str, legends: int = 0) -> None:
        language_number(language)  # refuses others
        matplotlib_or_refuse()
        from matplotlib.figure import Figure

        self.language = language
        heads = textwrap.wrap(title or "", max(int(width * 8.2), 20))
        subs = textwrap.wrap(subtitle or "", max(int(width * 12.5), 30))
        foot = [part for part in (source and f"{word('source', language)}: {source}",
                                  day(on, language) if on is not None else None) if part]
        feet = textwrap.wrap(" · ".join(foot), max(int(width * 14), 40))
        top = 0.22 + 0.3 * len(heads) + 0.21 * len(subs) + 0.12
        bottom = 0.2 + 0.17 * len(feet) + (0.16 + 0.24 * legends if legends else 0.08)
        self.width, self.height = width, height + top + bottom
        self.figure: Any = Figure(figsize=(self.width, self.height), facecolor="white")
        self._bottom, self._top, self._feet = bottom, top, len(feet)
        self._say(heads, 0.22, 0.3, fontsize=15, fontweight="bold", color=INK)
        self._say(subs, 0.24 + 0.3 * len(heads), 0.21, fontsize=10.5, color=QUIET)
        self._say(feet, self.height - 0.12 - 0.17 * len(feet), 0.17, fontsize=8.5, color=QUIET)

    def _say(self, lines: list[str], down: float, line: float, **style: Any) -> None:
        for at, text in enumerate(lines):
            self.figure.text(0.25 / self.width, 1 - (down + at * line) / self.height, text,
                             ha="left", va="top", **style)

    def axes(self, left: float = 0.25, right: float = 0.25, below: float = 0.0) -> Any:
        """A place to draw in, `left`, `right` and `below` inches from its edges."""
        low = (self._bottom + below) / self.height
        return self.figure.add_axes((left / self.width, low, 1 - (left + right) / self.width,
                                     1 - self._top / self.height - low))

    def legend(self, *lines: list[tuple[Any, str]]) -> None:
        """Lines of marks with their words above the source."""
        for up, entries in enumerate(reversed([line for line in lines if line])):
            self.figure.legend(
                [mark for mark, _ in entries], [text for _, text in entries], loc="lower left",
                bbox_to_anchor=(0.25 / self.width, (0.2 + 0.17 * self._feet + 0.24 * up) / self.height),
                ncols=len(entries), frameon=False, fontsize=9, handlelength=1.3, handleheight=1.1,
                columnspacing=1.2, handletextpad=0.5, borderpad=0, borderaxespad=0)


def swatch(colour: str, hatch: str | None = None) -> Any:
    """A patch of a legend."""
    from matplotlib.patches import Patch

    return Patch(facecolor=colour, edgecolor=QUIET if hatch else colour, hatch=hatch, linewidth=0.6)


def quiet_axes(axes: Any, spines: tuple[str, ...] = ()) -> None:
    """Takes the box and the ticks away."""
    for name, spine in axes.spines.items():
        spine.set_visible(name in spines)
        spine.set_color(RULE)
    axes.tick_params(length=0, labelsize=9, labelcolor=INK)


def ticks_as(axes: Any, which: str, write: Callable[[float], str], most: int = 6) -> None:
    """Round ticks on an axis, written by `write`."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axis = getattr(axes, which)
    axis.set_major_locator(MaxNLocator(most, integer=True))
    axis.set_major_formatter(FuncFormatter(lambda value, _: write(value)))
