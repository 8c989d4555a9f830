"""Rows: the values of one description, whatever it describes."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, Iterator

from . import _native
from ._native import _bina
from ._values import UNSET, shown
from .errors import UsageError

# Called without the detour through SWIG's proxy methods.
_get = _bina.Record_get
_set = _bina.Record_set
_fields = _bina.Record_fields

# The fields of a description by name, in the order of their slots.
_slots_of: dict[int, dict[str, int]] = {}


def slots_of(description: Any) -> dict[str, int]:
    """Slot by field name. Compiled kinds never change, so theirs are remembered."""
    kind = description.kind()
    count = description.count()
    known = _slots_of.get(kind) if kind else None
    if known is not None and len(known) == count:
        return known
    slots = {description.field_name(slot): slot for slot in range(count)}
    if kind and kind not in _slots_of:
        _slots_of[kind] = slots
    return slots


def no_field(description: Any, name: str) -> Exception:
    """The complaint about a field that is not there, with the nearest that is."""
    what = description.name()
    near = difflib.get_close_matches(name, slots_of(description), 1)
    return UsageError(
        f"{what} has no field {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""),
        f"{what} tidak punya isian {name!r}" + (f"; maksudnya {near[0]!r}?" if near else ""),
        kind=what, field=name)


class Row:
    """The values of one description: a row of a file, of a report, or a record of a kind.

    Fields are read as attributes (`row.name`) or items (`row["nama usaha"]`). None is no value.
    """

    __slots__ = ("_record", "_slots", "__weakref__")
    _record: Any
    _slots: dict[str, int]

    def __init__(self, record: Any) -> None:
        object.__setattr__(self, "_record", record)
        object.__setattr__(self, "_slots", slots_of(record.description()))

    @classmethod
    def _of(cls, record: Any, slots: dict[str, int]) -> "Row":
        self = cls.__new__(cls)
        object.__setattr__(self, "_record", record)
        object.__setattr__(self, "_slots", slots)
        return self

    def _slot(self, name: str) -> int:
        try:
            return self._slots[name]
        except KeyError:
            raise self._no_field(name) from None

    def _no_field(self, name: str) -> Exception:
        return no_field(self._record.description(), name)

    def __getitem__(self, name: str) -> Any:
        return _get(self._record, self._slot(name))

    def __setitem__(self, name: str, value: Any) -> None:
        if value is UNSET:
            self._record.unset(self._slot(name))
        else:
            _set(self._record, self._slot(name), value)

    def __getattr__(self, name: str) -> Any:
        # Only asked when there is no such attribute: a column of a file, an office's own field.
        if not name.startswith("_") and name in self._slots:
            return _get(self._record, self._slots[name])
        if name in ("get", "items", "values"):  # of a mapping, but a field called so goes before
            return getattr(dict(self), name)
        raise AttributeError(f"{type(self).__name__} has no field {name!r}")

    def __setattr__(self, name: str, value: Any) -> None:
        slot = self._slots.get(name)
        if slot is None:
            raise AttributeError(str(self._no_field(name)))
        if value is UNSET:
            self._record.unset(slot)
        else:
            _set(self._record, slot, value)

    def __delattr__(self, name: str) -> None:
        self[name] = UNSET

    def __contains__(self, name: object) -> bool:
        return name in self._slots

    def __iter__(self) -> Iterator[str]:
        return iter(self._slots)

    def __len__(self) -> int:
        return len(self._slots)

    def keys(self) -> list[str]:
        """The names of the fields, so that `dict(row)` works."""
        return list(self._slots)

    def asdict(self) -> dict[str, Any]:
        """The fields that are set, by name."""
        return _fields(self._record)  # type: ignore[no-any-return]

    def is_set(self, name: str) -> bool:
        """Whether the field was set, to a value or to None."""
        return bool(self._record.is_set(self._slot(name)))

    def is_masked(self, name: str) -> bool:
        """Whether the field holds something this reader may not see."""
        return bool(self._record.is_masked(self._slot(name)))

    def display(self, name: str) -> str | None:
        """What may be shown of a masked field."""
        return self._record.display(self._slot(name))  # type: ignore[no-any-return]

    def copy(self) -> "Row":
        """A copy of its own."""
        return type(self)._of(self._record.copy(), self._slots)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Row):
            return NotImplemented
        return (type(self) is type(other) and self.asdict() == other.asdict())

    __hash__ = None  # type: ignore[assignment]  # records change

    def _shown(self) -> Iterator[tuple[str, str]]:
        description = self._record.description()
        described = description.kind() != _native.NO_KIND
        for name, slot in self._slots.items():
            value = _get(self._record, slot)
            if value is not None:
                personal = description.field_flags(slot) & _native.FIELD_PERSONAL
                yield name, shown(value, bool(personal), described)
            elif self._record.is_masked(slot):
                yield name, repr(self._record.display(slot))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value}" for name, value in self._shown())
        return f"{type(self).__name__}({fields})"


Mapping.register(Row)  # so that pandas.DataFrame(rows) takes names and values
