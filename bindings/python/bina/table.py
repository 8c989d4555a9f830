"""Tables: the records of one kind in a register, all or those a query asks for."""

from __future__ import annotations

import datetime
import difflib
from typing import TYPE_CHECKING, Any, Callable, Generic, Iterable, Iterator, Mapping, TypeVar, overload

from . import _native, reference
from .errors import NotFoundError, UsageError
from .kinds import BY_NUMBER, Industry, Kind, Region
from .row import Row, no_field, slots_of
from ._native import _bina
from ._values import UNSET
from .view import View

if TYPE_CHECKING:
    from .register import Register

_set = _bina.Record_set
K = TypeVar("K", bound=Kind)

_COMPARE = {
    "eq": _native.EQ, "ne": _native.NE, "lt": _native.LT, "le": _native.LE, "gt": _native.GT,
    "ge": _native.GE, "prefix": _native.PREFIX, "under": _native.UNDER,
}
_WORDS = (*_COMPARE, "in", "null")
_ELSEWHERE = {"gte": "ge", "lte": "le", "startswith": "prefix", "isnull": "null", "isin": "in"}


def _condition(description: Any, key: str) -> tuple[int, str]:
    """region__under -> the slot of region, and "under"."""
    slots = slots_of(description)
    if key in slots:
        return slots[key], "eq"
    name, _, word = key.rpartition("__")
    if name not in slots:
        raise no_field(description, name or key)
    if word not in _WORDS:
        near = [_ELSEWHERE[word]] if word in _ELSEWHERE else difflib.get_close_matches(word, _WORDS)
        raise UsageError(
            f"{key}: there is no comparison {word!r}; " +
            (f"did you mean {near[0]!r}?" if near else f"there are {', '.join(_WORDS)}"),
            f"{key}: tidak ada pembanding {word!r}; yang ada {', '.join(_WORDS)}", field=name)
    return slots[name], word


def _add(query: Any, description: Any, conditions: Mapping[str, Any]) -> None:
    for key, value in conditions.items():
        slot, word = _condition(description, key)
        if word == "null":
            query.where(slot, _native.IS_NULL if value else _native.NOT_NULL, None)
        elif word == "in":
            query.where_in(slot, list(value))
        elif value is None and word in ("eq", "ne"):
            query.where(slot, _native.IS_NULL if word == "eq" else _native.NOT_NULL, None)
        else:
            query.where(slot, _COMPARE[word], value)


class Table(View[K], Generic[K]):
    """The records of one kind. Nothing is asked of the file before it is needed.

        reg.enterprises.add(name="Tenun Ikat Lestari", region="52.03.05.2001", workers=3)
        for shop in reg.enterprises.where(region__under="52.03", workers__ge=5).order_by("name"): ...
        reg.enterprises[id]      len(reg.enterprises)      reg.enterprises.to_pandas()

    Conditions are field=value or field__comparison=value: eq, ne, lt, le, gt, ge, in, prefix,
    under (regions and other dotted codes, through editions), null (True or False).
    """

    def __init__(self, register: Register, kind: int, steps: tuple[tuple[Any, ...], ...] = ()) -> None:
        super().__init__(self._list, register._lock, BY_NUMBER[kind]._description.plural())
        self._register = register
        self._kind = kind
        self._steps = steps

    # ---- asking ----

    def _description(self) -> Any:
        return self._register._handle.description(self._kind)

    def _query(self) -> Any:
        description = self._description()
        query = _native.Query(description)
        for step, *arguments in self._steps:
            if step == "where":
                _add(query, description, arguments[0])
            elif step == "any":
                query.any()
                for group in arguments[0]:
                    query.all()
                    _add(query, description, group)
                    query.close_group()
                query.close_group()
            else:
                getattr(query, step)(*arguments)
        query.check()
        return query

    def _list(self) -> Any:
        return self._register._handle.list(self._query())

    def _with(self, *step: Any) -> Table[K]:
        return Table(self._register, self._kind, (*self._steps, step))

    def where(self, **conditions: Any) -> Table[K]:
        """Those for which all conditions hold."""
        description = self._description()
        for key in conditions:
            _condition(description, key)
        return self._with("where", conditions)

    def where_any(self, *groups: Mapping[str, Any]) -> Table[K]:
        """Those for which the conditions of at least one group hold:
        where_any({"workers__ge": 20}, {"sales__ge": 300_000_000})."""
        for group in groups:
            self.where(**group)
        return self._with("any", groups)

    def order_by(self, *fields: str) -> Table[K]:
        """Sorted by these fields, after those named before; "-workers" sorts downwards."""
        description, table = self._description(), self
        slots = slots_of(description)
        for field in fields:
            name = field.removeprefix("-")
            if name not in slots:
                raise no_field(description, name)
            table = table._with("order", slots[name], field.startswith("-"))
        return table

    def limit(self, count: int) -> Table[K]:
        """At most so many."""
        return self._with("limit", count)

    def as_of(self, true_on: datetime.date | str | None = None, *,
              known: int | datetime.datetime | str | None = None) -> Table[K]:
        """As it was true on a day, and as the register knew it: after its n-th commit, or at a
        time. Without `known`, as it is known now."""
        table = self
        if true_on is not None:
            table = table._with("true_on", true_on)
        if known is not None:
            table = table._with("known_at" if isinstance(known, int) else "known_by", known)
        return table

    def count(self) -> int:
        """How many, whatever the limit."""
        with self._lock:
            return int(self._register._handle.count(self._query()))

    def __len__(self) -> int:
        limits = [step[1] for step in self._steps if step[0] == "limit" and step[1] >= 0]
        return int(min([self.count(), *limits[-1:]]))

    def __bool__(self) -> bool:
        return self.first() is not None

    def first(self) -> K | None:
        """The first of them, or None when there is none."""
        return next(iter(self.limit(1)), None)

    def to_pandas(self, expand: Iterable[str] = ()) -> Any:
        """A pandas.DataFrame: whole numbers as Int64, days as datetime64, no value as missing.
        `expand` adds columns of what a field points to: "region.name", "activity.title",
        "sentra.name"."""
        followed = [(path, path.partition(".")[0], self._follow(path)) for path in expand]
        frame = super().to_pandas()
        for path, field, follow in followed:
            found = {value: follow(value) for value in frame[field].dropna().unique()}
            frame[path] = frame[field].map(found)
        return frame

    def _follow(self, path: str) -> Callable[[Any], Any]:
        """From a value of a field to a field of what it points to: "region.name"."""
        name, _, wanted = path.partition(".")
        description = self._description()
        if name not in slots_of(description):
            raise no_field(description, name)
        slot = slots_of(description)[name]
        form = description.field_format(slot)
        get: Callable[[Any], Row]
        kind: type[Kind] = Kind
        if description.field_type(slot) == _native.TYPE_REF:
            get = lambda value: self._register[int(value)]  # noqa: E731
        elif form == "region":
            get, kind = reference.region, Region
        elif form == "kbli":
            get, kind = reference.industry, Industry
        else:
            raise UsageError(f"{path}: {name} points to no other record",
                             f"{path}: {name} tidak menunjuk data lain", field=name)
        if form in ("region", "kbli") and wanted not in slots_of(kind._description):
            raise no_field(kind._description, wanted)

        def follow(value: Any) -> Any:
            try:
                return get(value)[wanted]
            except NotFoundError:
                return None

        return follow

    # ---- single records ----

    def get(self, key: int | str, default: Any = None) -> K | Any:
        """The record with an id or a human number such as "E-52K7-3M4Q-X"; the default if none."""
        try:
            return self[key]
        except NotFoundError:
            return default

    @overload
    def __getitem__(self, key: int | str) -> K: ...
    @overload
    def __getitem__(self, key: slice) -> list[K]: ...
    def __getitem__(self, key: int | str | slice) -> K | list[K]:
        """The record with an id or a human number; or, by [:n], the first n as a list."""
        if isinstance(key, slice):
            if key.start or key.step not in (None, 1) or (key.stop or 0) < 0:
                raise UsageError("only the first n can be cut out: table[:n]",
                                 "hanya n pertama yang dapat diambil: tabel[:n]")
            return (self if key.stop is None else self.limit(key.stop)).to_list()
        with self._lock:
            handle = self._register._handle
            record = handle.get_numbered(key) if isinstance(key, str) else handle.get(key)
        kind = record.description().kind()
        if kind != self._kind:
            mine, theirs = BY_NUMBER[self._kind].__name__, BY_NUMBER[kind].__name__
            raise NotFoundError(f"the record is no {mine} but a {theirs}",
                                f"data itu bukan {mine} melainkan {theirs}",
                                kind=BY_NUMBER[self._kind]._description.name())
        return self._wrap(record)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Kind):
            key = key.id
        return isinstance(key, (int, str)) and self.get(key) is not None

    def _wrap(self, record: Any) -> K:
        row = BY_NUMBER[self._kind]._of(record, slots_of(record.description()))
        object.__setattr__(row, "_register", self._register)
        return row  # type: ignore[return-value]

    def new(self, **fields: Any) -> K:
        """A record with these fields, also the office's own, that is not stored yet."""
        made = self._wrap(_native.Record(self._description()))
        for name, value in fields.items():
            made[name] = value
        return made

    def add(self, record: K | None = None, /, **fields: Any) -> K:
        """Stores a new record, given whole or by its fields, and gives it back with its id."""
        if record is None:
            record = self.new(**fields)
        else:
            self._check_kind(record)
            for name, value in fields.items():
                record[name] = value
        with self._register._refusing() as handle:
            handle.add(record._record)
        return record

    def add_many(self, rows: Iterable[K | Mapping[str, Any]]) -> int:
        """Stores many records (or dicts of fields) in one commit: all, or at the first refusal
        none. Gives their number."""
        description = self._description()
        slots = slots_of(description)
        table, record = _native.Rows(description), _native.Record(description)
        for row in rows:
            if isinstance(row, Kind):
                self._check_kind(row)
                if len(row._slots) == len(slots):
                    table.add(row._record)
                    continue
                row = row.asdict()  # made before the office had fields of its own
            record.clear()
            for name, value in row.items():
                slot = slots.get(name)
                if slot is None:
                    raise no_field(description, name)
                if value is not UNSET:
                    _set(record, slot, value)
            table.add(record)
        cursor = _native.rows_to_cursor(table)
        with self._register._refusing() as handle:
            return int(handle.add_all(cursor))

    def update(self, record: K | int, /, **changes: Any) -> K:
        """Stores the changes of a record that was read: the object, or its id and the fields to
        change. None clears a field. Refused with ConflictError when somebody else changed the
        record since it was read."""
        if isinstance(record, int):
            id_, record = record, self.new(**changes)
            record["id"] = id_
        else:
            self._check_kind(record)
            for name, value in changes.items():
                record[name] = value
        with self._register._refusing() as handle:
            handle.update(record._record)
        return record

    def remove(self, record: K | int) -> None:
        """Removes a record. Refused with ReferenceError while others refer to it."""
        with self._register._refusing() as handle:
            handle.remove(self._id(record))

    # ---- what was when ----

    def set_dated(self, record: K | int, day: datetime.date | str, /, **fields: Any) -> None:
        """Says what dated fields held from a day on, up to the next day they have a value for.
        Said again for the same day, it corrects what was believed."""
        slots = slots_of(self._description())
        with self._register.transaction():
            for name, value in fields.items():
                if name not in slots:
                    raise no_field(self._description(), name)
                self._register._handle.set_dated(self._id(record), slots[name], value, day)

    def dated(self, record: K | int, field: str) -> View[Row]:
        """Everything ever said of a dated field: from, value, and the numbers of the commits that
        said so (recorded) and that corrected it (superseded)."""
        slots, key = slots_of(self._description()), self._id(record)
        if field not in slots:
            raise no_field(self._description(), field)
        return View(lambda: self._register._handle.dated(key, slots[field]), self._lock,
                    f"{field} by day")

    def history(self, record: K | int) -> View[Row]:
        """Everything that ever happened to a record, oldest first, also of one that is gone."""
        key = self._id(record)
        return View(lambda: self._register._handle.history(key), self._lock, "history")

    def erase(self, record: K | int, why: str) -> None:
        """Erases the personal data of a record (UU 27/2022 Art. 43), now and in the log."""
        with self._lock:
            self._register._handle.erase(self._id(record), why)

    def _id(self, record: K | int) -> int:
        key = record.id if isinstance(record, Kind) else record
        if not isinstance(key, int) or _native.id_kind(key) != self._kind:
            raise NotFoundError(kind=BY_NUMBER[self._kind]._description.name())
        return key

    def _check_kind(self, record: Any) -> None:
        if not isinstance(record, BY_NUMBER[self._kind]):
            mine = BY_NUMBER[self._kind].__name__
            raise UsageError(f"this table holds {mine}, not {type(record).__name__}",
                             f"tabel ini berisi {mine}, bukan {type(record).__name__}")

    def __iter__(self) -> Iterator[K]:
        return super().__iter__()
