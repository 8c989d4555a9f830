"""The kinds of record as classes with documented fields, built from the library's descriptions.

`kinds.pyi` is printed from the same descriptions, for editors and type checkers.
"""

from __future__ import annotations

import keyword
from typing import Any, Self

from . import _native
from ._native import _bina
from ._values import UNSET
from .errors import UsageError  # type: ignore[attr-defined]
from .row import Row, slots_of

_get = _bina.Record_get
_set = _bina.Record_set


class Kind(Row):
    """A record of a kind the library knows. Make one with its fields as keywords."""

    __slots__ = ("_register",)
    _description: Any = None
    _register: Any

    def __init__(self, **fields: Any) -> None:
        description = type(self)._description
        if description is None:
            raise TypeError("make one of the kinds, such as bina.Enterprise(name=...)")
        object.__setattr__(self, "_record", _native.Record(description))
        object.__setattr__(self, "_slots", slots_of(description))
        object.__setattr__(self, "_register", None)
        for name, value in fields.items():
            self[name] = value

    def advance(self, verb: str, reason: str | None = None, **how: Any) -> Self:
        """Takes a step of the record's lifecycle: `Register.advance` for a record that was read
        from one. The record then holds what it is after the step."""
        register = getattr(self, "_register", None)
        if register is None:
            raise UsageError("the record is not of a register; use reg.advance(record, ...)",
                             "data ini bukan dari register; pakai reg.advance(data, ...)")
        after = register.advance(self, verb, reason, **how)
        object.__setattr__(self, "_record", after._record)
        return self


def class_name(kind_name: str) -> str:
    """source_record -> SourceRecord."""
    return "".join(word.capitalize() for word in kind_name.split("_"))


def _field(slot: int, doc: str) -> property:
    def read(self: Row) -> Any:
        return _get(self._record, slot)

    def write(self: Row, value: Any) -> None:
        if value is UNSET:
            self._record.unset(slot)
        else:
            _set(self._record, slot, value)

    def unset(self: Row) -> None:
        self._record.unset(slot)

    return property(read, write, unset, doc)


def _codes(name: str | None) -> list[str]:
    words = []
    while name is not None and (word := _native.codes_word(name, len(words))) is not None:
        words.append(word)
    return words


def field_doc(description: Any, slot: int) -> str:
    """What a field means, with its type and the words it may hold."""
    doc = description.field_doc(slot)
    type_name = _native.type_name(description.field_type(slot))
    flags = description.field_flags(slot)
    notes = [type_name]
    notes += [word for flag, word in ((_native.FIELD_REQUIRED, "required"),
                                      (_native.FIELD_DATED, "dated"),
                                      (_native.FIELD_DERIVED, "derived"),
                                      (_native.FIELD_PERSONAL, "personal"),
                                      (_native.FIELD_STORE_SET, "set by the store")) if flags & flag]
    if description.field_type(slot) == _native.TYPE_CODE:
        notes.append("one of " + ", ".join(_codes(description.field_format(slot))))
    return f"{doc} ({'; '.join(notes)})"


def _class(description: Any) -> type[Kind]:
    fields: dict[str, Any] = {}
    for slot in range(description.count()):
        name = description.field_name(slot)
        # The description's own words, such as "class", stay items: record["class"].
        if not keyword.iskeyword(name):
            fields[name] = _field(slot, field_doc(description, slot))
    indonesian = description.label(_native.INDONESIAN)
    return type(class_name(description.name()), (Kind,), {
        **fields, "__slots__": (), "__module__": "bina",
        "_description": description,
        "__doc__": f"{description.doc()} (*{indonesian}*)",
    })


BY_NUMBER: dict[int, type[Kind]] = {}
BY_PLURAL: dict[str, type[Kind]] = {}
while (_number := _native.kind_at(len(BY_NUMBER))) != _native.NO_KIND:
    _made = _class(_native.kind_description(_number))
    BY_NUMBER[_number] = _made
    BY_PLURAL[_made._description.plural()] = _made
globals().update({cls.__name__: cls for cls in BY_NUMBER.values()})
__all__ = ["Kind", *(cls.__name__ for cls in BY_NUMBER.values())]


def wrap(record: Any, register: Any = None) -> Row:
    """A native record as an object of its kind's class, or as a plain Row."""
    description = record.description()
    row = BY_NUMBER.get(description.kind(), Row)._of(record, slots_of(description))
    if isinstance(row, Kind):
        object.__setattr__(row, "_register", register)
    return row


class Tables:
    """What a register has for every kind: its table, under the kind's plural."""

    def table(self, kind: Any) -> Any:
        raise NotImplementedError


def _table(number: int, doc: str) -> property:
    return property(lambda self: self.table(number), doc=doc)


for _plural, _kind in BY_PLURAL.items():
    setattr(Tables, _plural, _table(_kind._description.kind(), f"{_kind.__doc__}"))
