"""Pictures of a linkage: why two rows are one, how much pairs weigh, what a model holds, what it expects."""

from __future__ import annotations

import math
import textwrap
from typing import Any

from . import _native
from ._drawing import (COLOURS, INK, QUIET, RULE, Frame, column, number, quiet_axes, swatch, table,
                       ticks_as)
from ._language import language_number

FOR, AGAINST = COLOURS[0], COLOURS[1]

_WORDS = {
    "prior": ("sebelum dilihat", "before looking"),
    "prior_in_list": ("sebelum dilihat, sedaftar", "before looking, in one list"),
    "other_business": ("usaha lain", "another business"),
    "relatives": ("kerabat", "relatives"),
    "verdict": ("putusan", "verdict"),
    "total": ("jumlah", "total"),
    "weight": ("bobot: +1 menggandakan odds, −1 membelahnya", "weight: +1 doubles the odds, −1 halves them"),
    "probability": ("peluang", "probability"),
    "empty": ("Kosong pada salah satu", "No value on one side"),
    "pairs": ("semua pasangan yang dibandingkan", "all pairs compared"),
    "matches": ("di antaranya yang diperkirakan sama", "of these, expected to be one"),
    "review": ("tinjau", "review"),
    "link": ("tautkan", "link"),
    "precision": ("ketepatan", "precision"),
    "recall": ("kelengkapan", "recall"),
    "threshold": ("ambang (peluang)", "threshold (probability)"),
    "shares": ("m: bagian dari pasangan yang sama; u: dari yang berbeda.",
               "m: share of the pairs that are one; u: of those that are two."),
    "for": ("menunjuk sama", "speaks for one"),
    "against": ("menunjuk berbeda", "speaks for two"),
}


def _word(name: str, language: str) -> str:
    return _WORDS[name][language == "en"]


def _signed(value: float, language: str) -> str:
    sign = "" if abs(value) < 0.05 else "+" if value > 0 else "−"
    return sign + number(abs(value), language, 1)


def _tick(value: float, language: str) -> str:
    """A place on the axis of weights, with the minus sign that all other weights have."""
    return number(value, language).replace("-", "−")


def _share(value: float, language: str) -> str:
    """A share as people read it: 92 %, 0,02 %, one in 300.000."""
    if 0 < value < 0.0001:
        return ("1 dari " if language == "id" else "1 in ") + number(round(1 / value), language)
    percent = 100 * value
    return f"{number(percent, language, 0 if percent >= 10 else 1 if percent >= 1 else 2)} %"


def _name(field: str, language: str) -> str:
    return _word(field, language) if field in _WORDS else field


def waterfall(reasons: Any, *, values: bool = True, title: str | None = None, subtitle: str | None = None,
              source: str | None = None, on: Any = None, language: str = "id") -> Any:
    """Why two rows are one, or are not: the weight of every field, from what is known before looking to the
    total. `reasons` are what `Linkage.explain` gives. With `values=False` no value of the rows is shown."""
    rows = table(reasons)
    fields, weights = column(rows, "field"), column(rows, "weight")
    said = column(rows, "alasan" if language == "id" else "reason")
    empty = [field for field, row in zip(fields, rows) if values_missing(row)]
    shown = [at for at, row in enumerate(rows) if not values_missing(row)]
    total = math.fsum(weights)
    probability = 1 / (1 + 2 ** -total) if total > -1000 else 0.0
    heads = [f"{_word('total', language)} {_signed(total, language)}; {_word('probability', language)} "
             f"{number(probability, language, 4)}."]
    if empty:
        heads.append(f"{_word('empty', language)}: {', '.join(empty)}.")
    note = " ".join([*([subtitle.rstrip(".") + "."] if subtitle else []), *heads])
    frame = Frame(10.4, 0.42 * (len(shown) + 1) + 0.35, title, note, source, on, language, legends=1)
    wide = max([len(_name(fields[at], language)) for at in shown] + [6])
    axes = frame.axes(left=0.4 + 0.088 * min(wide, 24), right=4.6, below=0.42)
    at, low, high = 0.0, 0.0, 0.0
    for down, row in enumerate(shown):
        weight = weights[row]
        axes.barh(down, weight, 0.62, at, color=FOR if weight >= 0 else AGAINST, gid=f"weight {fields[row]}")
        axes.plot([at + weight] * 2, [down - 0.31, down + 1.31], color=QUIET, linewidth=0.7)
        at += weight
        low, high = min(low, at), max(high, at)
    axes.barh(len(shown), total, 0.62, color=INK, gid="weight total")
    room = max(high - low, 1)
    axes.set_xlim(low - room * 0.04, high + room * 0.04)
    axes.set_ylim(len(shown) + 0.5, -0.5)
    axes.axvline(0, color=QUIET, linewidth=0.8)
    names = [textwrap.shorten(_name(fields[row], language), 24, placeholder="…") for row in shown]
    axes.set_yticks(range(len(shown) + 1), [*names, _word("total", language)])
    ticks_as(axes, "xaxis", lambda place: _tick(place, language))
    axes.set_xlabel(_word("weight", language), fontsize=9, color=QUIET)
    for down, row in enumerate(shown):
        _beside(axes, down, weights[row], said[row], fields[row], rows[row] if values else None, language)
    _beside(axes, len(shown), total, "", "", None, language)
    axes.grid(axis="x", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    quiet_axes(axes, ("bottom",))
    frame.legend([(swatch(FOR), _word("for", language)), (swatch(AGAINST), _word("against", language))])
    return frame.figure


def values_missing(row: Any) -> bool:
    """Whether a reason is that there is nothing to compare."""
    return bool(row.get("level") == "no value on one side")


def _beside(axes: Any, down: int, weight: float, said: str, field: str, row: Any, language: str) -> None:
    """The weight, what was compared and why, to the right of a bar."""
    place = axes.get_yaxis_transform()
    why = said
    for name in (field, _name(field, language)):  # it stands to the left already
        why = why.removeprefix(f"{name}: ")
    axes.text(1.12, down, _signed(weight, language), transform=place, ha="right", va="center", fontsize=9.5,
              color=INK, fontweight="bold", clip_on=False)
    pair = [row.get(name) for name in ("value_a", "value_b")] if row else []
    pair = [textwrap.shorten(str(one), 28, placeholder="…") for one in pair if one is not None]
    lines = [" | ".join(dict.fromkeys(pair))] if len(pair) == 2 else []
    lines += textwrap.wrap(why, 64, max_lines=2 - len(lines), placeholder="…")
    axes.text(1.145, down, "\n".join(lines), transform=place, ha="left", va="center", fontsize=8, color=INK,
              linespacing=1.15, clip_on=False)


def weights(histogram: Any, *, link: float | None = None, review: float | None = None, title: str | None = None,
            subtitle: str | None = None, source: str | None = None, on: Any = None, language: str = "id") -> Any:
    """How many pairs weigh how much, and how many of them are expected to be one. `histogram` is what
    `Linkage.histogram` gives; `link` and `review` are the thresholds, as probabilities, to be marked."""
    rows = table(histogram)
    left, right = column(rows, "from"), column(rows, "to")
    frame = Frame(8.4, 3.9, title, subtitle, source, on, language, legends=1)
    axes = frame.axes(left=0.95, right=0.35, below=0.42)
    for name, colour in (("pairs", "#b9c0c4"), ("matches", FOR)):
        axes.bar(left, [max(one, 0) for one in column(rows, name)],
                 [end - begin for begin, end in zip(left, right)], align="edge", color=colour,
                 edgecolor="white", linewidth=0.4, gid=f"bars {name}")
    axes.set_yscale("log")
    axes.tick_params(which="minor", length=0)
    axes.set_ylim(bottom=0.5)
    for name, threshold in (("review", review), ("link", link)):
        if threshold is None:
            continue
        at = math.log2(threshold / (1 - threshold))
        axes.axvline(at, color=AGAINST, linewidth=1.2, linestyle="--", gid=f"threshold {name}")
        axes.text(at, 1.01, f"{_word(name, language)} {number(threshold, language)} ",
                  transform=axes.get_xaxis_transform(), ha="right" if name == "review" else "left", va="bottom",
                  fontsize=8.5, color=AGAINST)
    from matplotlib.ticker import FuncFormatter

    axes.yaxis.set_major_formatter(FuncFormatter(lambda at, _: number(at, language)))
    ticks_as(axes, "xaxis", lambda at: _tick(at, language), 9)
    axes.set_xlabel(_word("weight", language), fontsize=9, color=QUIET)
    axes.grid(axis="y", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    quiet_axes(axes, ("bottom",))
    frame.legend([(swatch("#b9c0c4"), _word("pairs", language)), (swatch(FOR), _word("matches", language))])
    return frame.figure


def parameters(parameters: Any, *, title: str | None = None, subtitle: str | None = None,
               source: str | None = None, on: Any = None, language: str = "id") -> Any:
    """What each level of each field is worth: the weight, and how many of the pairs that are one (m), and of
    those that are two (u), are of it. `parameters` is what `Linkage.parameters` gives; levels that are judged
    apart where another field agrees are left out."""
    rows = [row for row in table(parameters) if row.get("field") != "prior" and row.get("given") is None]
    note = " ".join([*([subtitle.rstrip(".") + "."] if subtitle else []), _word("shares", language)])
    frame = Frame(9.6, 0.27 * len(rows) + 0.5, title, note, source, on, language, legends=1)
    axes = frame.axes(left=3.6, right=3.1, below=0.42)
    before = None
    for down, row in enumerate(rows):
        weight = row["weight"]
        axes.barh(down, weight, 0.7, color=FOR if weight >= 0 else AGAINST,
                  gid=f"weight {row['field']} {row['level']}")
        place = axes.get_yaxis_transform()
        level = _native.linkage_level_label(row["level"], language_number(language))
        axes.text(-0.03, down, textwrap.fill(level, 34), transform=place, ha="right", va="center",
                  fontsize=8.5, color=INK, linespacing=0.95)
        if row["field"] != before:
            axes.text(-1.18, down, textwrap.shorten(row["field"], 18, placeholder="…"), transform=place, ha="left",
                      va="center", fontsize=9.5, fontweight="bold", color=INK)
            if before is not None:
                axes.axhline(down - 0.5, color=RULE, linewidth=0.8)
            before = row["field"]
        axes.text(1.03, down, f"{_signed(weight, language):>6}   m {_share(row['m'], language)} · "
                              f"u {_share(row['u'], language)}",
                  transform=place, ha="left", va="center", fontsize=8.5, color=INK)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks([])
    axes.axvline(0, color=QUIET, linewidth=0.8)
    ticks_as(axes, "xaxis", lambda at: _tick(at, language))
    axes.set_xlabel(_word("weight", language), fontsize=9, color=QUIET)
    axes.grid(axis="x", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    quiet_axes(axes, ("bottom",))
    frame.legend([(swatch(FOR), _word("for", language)), (swatch(AGAINST), _word("against", language))])
    return frame.figure


def expectations(expected: Any, *, link: float | None = None, title: str | None = None,
                 subtitle: str | None = None, source: str | None = None, on: Any = None,
                 language: str = "id") -> Any:
    """The precision and recall that the model expects of pairs at each threshold. `expected` is what
    `Linkage.expectations` gives; `link` is the threshold in use, to be marked."""
    rows = table(expected)
    places, thresholds = column(rows, "weight"), column(rows, "threshold")
    frame = Frame(8.4, 3.6, title, subtitle, source, on, language, legends=1)
    axes = frame.axes(left=0.8, right=0.4, below=0.42)
    for name, colour in (("precision", FOR), ("recall", AGAINST)):
        heights = [math.nan if one is None else one for one in column(rows, name)]
        axes.plot(places, heights, color=colour, linewidth=2.2, marker="o", markersize=3.5, gid=f"line {name}")
    if link is not None:
        at = math.log2(link / (1 - link))
        axes.axvline(at, color=QUIET, linewidth=1.2, linestyle="--", gid="threshold link")
        axes.text(at, 1.01, f"{_word('link', language)} {number(link, language)}", ha="center", va="bottom",
                  transform=axes.get_xaxis_transform(), fontsize=8.5, color=QUIET)
    marked = [(place, one) for place, one in zip(places, thresholds)
              if one in (0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999)]
    axes.set_xticks([place for place, _ in marked], [_digits(one, language) for _, one in marked])
    axes.set_ylim(0, 1.02)
    ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]
    axes.set_yticks(ticks, [f"{number(100 * one, language, 0)} %" for one in ticks])
    axes.set_xlabel(_word("threshold", language), fontsize=9, color=QUIET)
    axes.grid(color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    quiet_axes(axes, ("bottom",))
    frame.legend([(swatch(FOR), _word("precision", language)), (swatch(AGAINST), _word("recall", language))])
    return frame.figure


def _digits(value: float, language: str) -> str:
    text = f"{value:.6f}".rstrip("0")
    return text if language == "en" else text.replace(".", ",")
