"""Which rows of several lists are the same person, enterprise or thing."""

from __future__ import annotations

import os
import threading
from typing import Any, Callable, Iterable, Mapping, Union

from . import _native
from .matching import Matching
from ._tasks import Progress, run_task
from ._sources import cursor_of, usage
from .row import Row, slots_of
from .scoring import Scoring
from .view import View, with_faults

Settings = Mapping[str, Union[Mapping[str, Any], Iterable[Mapping[str, Any]]]]

_PARTS = ("options", "list", "column", "comparison", "blocking")
_SECTIONS = {"options": "options", "list": "list", "lists": "list", "column": "column",
             "columns": "column", "comparison": "comparison", "comparisons": "comparison",
             "blocking": "blocking"}


def _settings_file(path: str) -> Any:
    settings = _native.LinkageSettings()
    descriptions = [settings.description(name) for name in _PARTS]
    document = with_faults(_native.yaml_read, path, descriptions)
    for n in range(document.count()):
        settings.add(document.record(n), path, document.line(n, -1)[0])
    return settings


def linkage_settings(given: Settings | str | os.PathLike[str] | None) -> Any:
    """Native settings from a dict or a YAML file; None from None."""
    if given is None:
        return None
    if isinstance(given, (str, os.PathLike)):
        return _settings_file(os.fspath(given))
    settings = _native.LinkageSettings()
    for name, items in given.items():
        if name not in _SECTIONS:
            raise usage(f"settings have no part {name!r}; they have {', '.join(_SECTIONS)}",
                        f"setelan tidak punya bagian {name!r}; yang ada {', '.join(_SECTIONS)}")
        description = settings.description(_SECTIONS[name])
        slots = slots_of(description)
        for item in [items] if isinstance(items, Mapping) else items:
            record = _native.Record(description)
            for field, value in item.items():
                if field not in slots:
                    raise usage(f"settings of a {_SECTIONS[name]} have no {field!r}",
                                f"setelan {_SECTIONS[name]} tidak punya {field!r}")
                record.set(slots[field], value)
            settings.add(record, None, 0)
    return settings


class Linkage(Matching, Scoring):
    """What came of linking lists.

    `entities`, `pairs` and `parameters` are views; `explain` says why two rows are or are not one.
    """

    def __init__(self, lists: Mapping[str, Any], settings: Settings | str | os.PathLike[str] | None = None,
                 verdicts: Iterable[tuple[str, int, str, int, bool]] = (),
                 progress: Progress | None = None, fit_only: bool = False) -> None:
        self._lock = threading.RLock()
        self._linkage = _native.Linkage(linkage_settings(settings))
        for name, source in lists.items():
            self._linkage.add_list(name, cursor_of(source))
        for list_a, row_a, list_b, row_b, same in verdicts:
            self._linkage.add_verdict(list_a, row_a, list_b, row_b, same)
        if fit_only:
            self._linkage.fit()
        else:
            self._run(progress)

    def _run(self, progress: Progress | None) -> None:
        with self._lock:
            run_task(self._linkage.start(), progress)

    def _view(self, title: str, method: Callable[..., Any], *arguments: Any) -> View[Row]:
        return View(lambda: method(*arguments), self._lock, title)

    @property
    def entities(self) -> View[Row]:
        """Every row of every list with its entity: file, row (from 1), entity."""
        return self._view("entities", self._linkage.entities)

    @property
    def pairs(self) -> View[Row]:
        """Pairs from the review threshold on: list_a, row_a, list_b, row_b, weight, probability
        and verdict ("match" or "review")."""
        return self._view("pairs", self._linkage.pairs)

    @property
    def parameters(self) -> View[Row]:
        """The fitted model: for each level of each field m, u and the weight."""
        return self._view("parameters", self._linkage.parameters)

    @property
    def settings(self) -> dict[str, list[dict[str, Any]]]:
        """The settings as they were applied, proposals included; they can be edited and given to
        the next `bina.link`."""
        return {name: [row.asdict() for row in
                       self._view(name, self._linkage.effective, name)] for name in _PARTS}

    def explain(self, list_a: str, row_a: int, list_b: str, row_b: int) -> View[Row]:
        """Why two rows have the weight they have, field by field, with a sentence in two
        languages."""
        with self._lock:
            self._linkage.explain(list_a, row_a, list_b, row_b)  # refuses now what is not there
        return self._view("reasons", self._linkage.explain, list_a, row_a, list_b, row_b)

    def __repr__(self) -> str:
        return "<bina linkage>"


def link(*sources: Any, settings: Settings | str | os.PathLike[str] | None = None,
         verdicts: Iterable[tuple[str, int, str, int, bool]] = (),
         progress: Progress | None = None, fit_only: bool = False, **named: Any) -> Linkage:
    """Links lists: files, data frames, views, or lists of dicts; any columns.

        result = bina.link("dinas.csv", "koperasi.csv")
        result = bina.link(dinas=frame, koperasi=[{"nama": ..., "desa": ...}, ...])
        result.entities.to_pandas()

    A file is called by its path, other sources by their keyword or "list 1", "list 2", ...
    Without settings everything is decided from the data. `settings` has the parts options, lists,
    columns, comparisons and blocking, each a dict or a list of dicts, or is a YAML file of them. `verdicts` are what people
    decided: (list, row, list, row, same). `progress(stage, done, total)` is called as it goes.
    `fit_only`: no pair is looked for and no entity made, for there is only to be scored what is given
    to `score`.
    """
    lists: dict[str, Any] = {}
    for n, source in enumerate(sources, 1):
        name = os.fspath(source) if isinstance(source, (str, os.PathLike)) else f"list {n}"
        if name in lists:
            raise usage(f"{name!r} is given twice", f"{name!r} diberikan dua kali")
        lists[name] = source
    lists.update(named)
    if not lists:
        raise usage("there is nothing to link", "tidak ada yang bisa dipadankan")
    return Linkage(lists, settings, verdicts, progress, fit_only)
