"""Which rows of several lists are the same person, enterprise or thing."""

from __future__ import annotations

import difflib
import os
import threading
from typing import Any, Callable, Iterable, Mapping, Union

from . import _native
from .matching import Matching
from ._tasks import Progress, run_task
from ._error import Error
from ._sources import cursor_of, usage
from .files import write_yaml
from .row import Row, slots_of
from .scoring import Scoring, answers
from .view import View, with_faults

Settings = Mapping[str, Union[Mapping[str, Any], Iterable[Mapping[str, Any]]]]
Verdict = Union[tuple[str, int, str, int, bool], Mapping[str, Any], Row]
Verdicts = Union[Iterable[Any], str, os.PathLike[str]]  # of each a Verdict

_SETTINGS = ("options", "list", "column", "comparison", "blocking")
_PARTS = (*_SETTINGS, "model", "parameter")
_SECTIONS = {"options": "options", "list": "list", "lists": "list", "column": "column",
             "columns": "column", "comparison": "comparison", "comparisons": "comparison",
             "blocking": "blocking", "model": "model", "parameter": "parameter",
             "parameters": "parameter"}


def _no_such(message: str, pesan: str, given: Any, known: Iterable[str]) -> Exception:
    """The complaint about a name that is not there, with the nearest that is, or all of them."""
    known = list(known)
    near = difflib.get_close_matches("link" if given == "threshold" else str(given), known, 1)
    if near:
        return usage(f"{message}; did you mean {near[0]!r}?", f"{pesan}; maksudnya {near[0]!r}?")
    return usage(f"{message}; there are {', '.join(known)}",
                 f"{pesan}; yang ada {', '.join(known)}")


def _no_part(settings: Any, name: Any) -> Exception:
    """The complaint about a part of the settings that is none; an option may be meant by it."""
    message, pesan = f"settings have no part {name!r}", f"setelan tidak punya bagian {name!r}"
    if name in slots_of(settings.description("options")):
        meant = f"{{'options': {{{name!r}: ...}}}}"
        return usage(f"{message}; it is an option: settings={meant}",
                     f"{pesan}; itu pilihan: settings={meant}")
    return _no_such(message, pesan, name, _SECTIONS)


def _add_part(settings: Any, part: str, item: Mapping[str, Any]) -> None:
    description = settings.description(part)
    slots = slots_of(description)
    record = _native.Record(description)
    if not isinstance(item, Mapping):
        raise usage(f"{part!r} of the settings is a dict, or a list of dicts, not {item!r}",
                    f"{part!r} pada setelan itu dict, atau daftar dict, bukan {item!r}")
    for field, value in item.items():
        if field not in slots:
            raise _no_such(f"{part!r} of the settings has no {field!r}",
                           f"{part!r} pada setelan tidak punya {field!r}", field, slots)
        record.set(slots[field], value)
    settings.add(record, None, 0)


def _add_file(settings: Any, path: str) -> None:
    descriptions = [settings.description(name) for name in _PARTS]
    document = with_faults(_native.yaml_read, path, descriptions)
    for n in range(document.count()):
        settings.add(document.record(n), path, document.line(n, -1)[0])


def linkage_settings(given: Settings | str | os.PathLike[str] | None,
                     options: Mapping[str, Any] | None = None) -> Any:
    """Native settings from a dict or a YAML file; None from None. `options` are those that count
    where nothing else is said."""
    if given is None and options is None:
        return None
    settings = _native.LinkageSettings()
    if options is not None:
        _add_part(settings, "options", options)
    if given is None:
        return settings
    if isinstance(given, (str, os.PathLike)):
        _add_file(settings, os.fspath(given))
        return settings
    if not isinstance(given, Mapping):
        raise usage(f"settings are a dict, or the path of a YAML file, not {type(given).__name__}",
                    f"setelan itu dict, atau berkas YAML, bukan {type(given).__name__}")
    item: Any
    for name, items in given.items():
        if name not in _SECTIONS:
            raise _no_part(settings, name)
        several = hasattr(items, "__iter__") and not isinstance(items, (str, Mapping))
        for item in items if several else [items]:
            _add_part(settings, _SECTIONS[name], item)
    return settings


def _verdict(given: Any) -> tuple[str, int, str, int, bool]:
    """A verdict in the order of the library, however it is given."""
    names = ("list_a", "row_a", "list_b", "row_b", "same")
    try:
        found = ([given[name] for name in names] if isinstance(given, (Mapping, Row))
                 else [] if isinstance(given, str) else list(given))
    except (TypeError, KeyError, AttributeError, Error):
        found = []
    if len(found) != 5:
        raise usage(f"a verdict is (list_a, row_a, list_b, row_b, same), or a dict of these, not "
                    f"{type(given).__name__}; same is True or False",
                    f"putusan itu (list_a, row_a, list_b, row_b, same), atau dict-nya, bukan "
                    f"{type(given).__name__}; same itu True atau False")
    list_a, row_a, list_b, row_b, same = found
    if same not in (True, False):
        raise usage(f"\"same\" of a verdict is True or False, not {same!r}",
                    f"\"same\" pada putusan itu True atau False, bukan {same!r}")
    try:
        return list_a, int(row_a), list_b, int(row_b), bool(same)
    except (TypeError, ValueError):
        raise usage(f"rows of a verdict are numbers, from 1, not {row_a!r} and {row_b!r}",
                    f"baris pada putusan ialah nomor, mulai 1, bukan {row_a!r} dan {row_b!r}") from None


class Linkage(Matching, Scoring):
    """What came of linking lists.

    `entities`, `pairs` and `parameters` are views; `explain` says why two rows are or are not one.
    `summary`, `expected`, `histogram`, `unlinkable` and `gaps` tell how good it likely is. `save`
    keeps the fitted model, to weigh other lists alike: `bina.link(..., settings="model.yaml")`.
    """

    def __init__(self, lists: Mapping[str, Any], settings: Settings | str | os.PathLike[str] | None = None,
                 verdicts: Verdicts = (),
                 progress: Progress | None = None, fit_only: bool = False) -> None:
        self._lock = threading.RLock()
        self._names = list(lists)
        # As many threads as there are cores, unless the settings say otherwise.
        self._linkage = _native.Linkage(linkage_settings(settings, {"threads": 0}))
        for name, source in lists.items():
            self._linkage.add_list(name, cursor_of(source, row_column="#row"))
        for verdict in answers(verdicts, self._names):
            self._linkage.add_verdict(*_verdict(verdict))
        if fit_only:
            self._linkage.fit()
        else:
            self._run(progress)

    def _run(self, progress: Progress | None) -> None:
        with self._lock:
            run_task(self._linkage.start(), progress)

    def _view(self, title: str, method: Callable[..., Any], *arguments: Any) -> View[Row]:
        return View(lambda: method(*arguments), self._lock, title, apart=True)

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
        return self._parts(_SETTINGS)

    @property
    def model(self) -> dict[str, list[dict[str, Any]]]:
        """The settings with the fitted model. A linkage with them fits nothing: on the same lists
        every weight is the same, to the last bit."""
        return self._parts(_PARTS)

    def _parts(self, names: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        return {name: [row.asdict() for row in
                       self._view(name, self._linkage.effective, name)] for name in names}

    def save(self, path: str | os.PathLike[str], *, model: bool = True) -> None:
        """Writes the settings as YAML, with the fitted model (`model=False`: without), to be edited
        and given to `bina.link` as `settings`."""
        rows = []
        for name in _PARTS if model else _SETTINGS:
            for row in self._view(name, self._linkage.effective, name):
                said = row.copy()
                for field in list(said):
                    if said[field] is None:
                        delattr(said, field)  # so that the file shows only what counts
                rows.append(said)
        write_yaml(rows, path)

    @property
    def summary(self) -> Row:
        """One row: lists, rows, entities, shared (of more than one row), links, doubtful,
        unlinkable, and the precision and recall that the model expects."""
        found = self._view("summary", self._linkage.summary).first()
        assert found is not None
        return found

    @property
    def expectations(self) -> View[Row]:
        """What the model expects at each of some twenty thresholds: links, right, wrong, missed,
        precision, recall, f1."""
        return self._view("expectations", self._linkage.expectations, 0.0)

    def expected(self, threshold: float) -> Row:
        """What the model expects of links from one threshold (a probability) on."""
        found = self._view("expectations", self._linkage.expectations, threshold).first()
        assert found is not None
        return found

    def histogram(self, width: float = 1.0) -> View[Row]:
        """How many compared pairs weigh how much, in bins so wide: from, to, pairs, matches."""
        return self._view("histogram", self._linkage.histogram, width)

    @property
    def unlinkable(self) -> View[Row]:
        """Rows that say too little: not even a row just like them would be linked to them. file,
        row, weight, probability, and the fields missing."""
        return self._view("unlinkable", self._linkage.unlinkable)

    @property
    def gaps(self) -> View[Row]:
        """Which fields rows lack, how many rows, and how many of them cannot be linked for it."""
        return self._view("gaps", self._linkage.gaps)

    def explain(self, list_a: str, row_a: int, list_b: str, row_b: int) -> View[Row]:
        """Why two rows have the weight they have, field by field, with a sentence in two
        languages."""
        with self._lock:
            self._linkage.explain(list_a, row_a, list_b, row_b)  # refuses now what is not there
        return self._view("reasons", self._linkage.explain, list_a, row_a, list_b, row_b)

    def __repr__(self) -> str:
        return f"<bina linkage of {', '.join(self._names)}>"


def _refuse_option(name: str, source: Any) -> None:
    """Complains of a keyword that is no list but an option, misspelt or in the wrong place."""
    rows = (isinstance(source, (str, os.PathLike)) or hasattr(source, "__arrow_c_stream__") or
            (hasattr(source, "__iter__") and not isinstance(source, Mapping)))
    if rows and not str(source if isinstance(source, str) else "").endswith((".yaml", ".yml")):
        return
    options = slots_of(_native.LinkageSettings().description("options"))
    known = ("settings", "verdicts", "progress", "fit_only", *options)
    near = difflib.get_close_matches("link" if name == "threshold" else name, known, 1)
    option = near[0] if near else ""
    if option in options:
        meant = f"settings={{'options': {{{option!r}: {source!r}}}}}"
    elif near:
        meant = f"{option}="
    else:
        return
    raise usage(f"{name!r} is no list of rows; did you mean {meant}?",
                f"{name!r} bukan daftar baris; maksudnya {meant}?")


def link(*sources: Any, settings: Settings | str | os.PathLike[str] | None = None,
         verdicts: Verdicts = (),
         progress: Progress | None = None, fit_only: bool = False, **named: Any) -> Linkage:
    """Links lists: files, data frames, views, or lists of dicts; any columns.

        result = bina.link("dinas.csv", "koperasi.csv")
        result = bina.link(dinas=frame, koperasi=[{"nama": ..., "desa": ...}, ...])
        result.entities.to_pandas()

    A file is called by its path, other sources by their keyword or "list 1", "list 2", ...; rows are
    counted from 1, and every row of a frame has its line in `entities`, in the order of the frame.
    Without settings everything is decided from the data. `settings` has the parts options, lists,
    columns, comparisons and blocking, each a dict or a list of dicts, such as
    {"options": {"link": 0.9}}, or is a YAML file of them, such as `Linkage.save` and `bina link
    --save-settings` write. With a model in them nothing is fitted. All cores are used, unless the
    option `threads` says otherwise; the result is the same. `verdicts` are what people decided:
    (list_a, row_a, list_b, row_b, same), dicts of these, or a file or frame with these columns, as
    `questions` and a column "same" of yes and no. `progress(stage, done, total)` is called as
    it goes (not with `fit_only`); what it returns does not matter, an exception that it raises stops
    the work. `fit_only`: no pair is looked for and no entity made, for there is only to be scored what
    is given to `score`.
    """
    lists: dict[str, Any] = {}
    for n, source in enumerate(sources, 1):
        name = os.fspath(source) if isinstance(source, (str, os.PathLike)) else f"list {n}"
        if name in lists:
            raise usage(f"{name!r} is given twice", f"{name!r} diberikan dua kali")
        lists[name] = source
    for name, source in named.items():
        _refuse_option(name, source)
        lists[name] = source
    if not lists:
        raise usage("there is nothing to link", "tidak ada yang bisa dipadankan")
    return Linkage(lists, settings, verdicts, progress, fit_only)
