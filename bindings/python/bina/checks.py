"""Checks of the numbers that Indonesian papers bear: NIK, NIB, NPWP, KBLI, GTIN, phones, ..."""

from __future__ import annotations

import datetime
from typing import Any

from . import _native
from ._error import Error
from .kinds import wrap
from .row import Row


class Reading:
    """What a value says. True when no rule refuses it."""

    __slots__ = ("_reading",)

    def __init__(self, reading: Any) -> None:
        self._reading = reading

    @property
    def what(self) -> str:
        """The name of the validator."""
        return str(self._reading.what())

    @property
    def ok(self) -> bool:
        """Whether no rule refuses the value."""
        return bool(self._reading.ok())

    @property
    def normal(self) -> str:
        """The form in which two spellings of one number are equal; empty when refused."""
        return str(self._reading.normal())

    @property
    def facts(self) -> Row:
        """What the value says: of a NIK the place of registration, birth date and sex."""
        return wrap(self._reading.facts())

    @property
    def complaints(self) -> list[Error]:
        """Every complaint, errors and warnings (`.severity`), none of them raised."""
        return [self._reading.complaint(n) for n in range(self._reading.count())]

    def __bool__(self) -> bool:
        return self.ok

    def __repr__(self) -> str:
        rules = ", ".join(str(complaint.rule) for complaint in self.complaints)
        return f"<bina reading of a {self.what}: {'ok' if self.ok else 'refused'}" + (
            f"; {rules}>" if rules else ">")


def check(what: str, text: str | None, *, today: datetime.date | None = None) -> Reading:
    """Reads the text of a cell as a number of some paper: bina.check("nik", cell).

    `bina.validators()` says what can be checked. `today` is the day by which centuries and expiry
    are reasoned; else the clock's.
    """
    return Reading(_native.check(what, text, today))


def validators() -> dict[str, str]:
    """What can be checked, and a sentence about each."""
    names: dict[str, str] = {}
    while (name := _native.check_at(len(names))) is not None:
        names[name] = _native.check_doc(name, _native.ENGLISH)
    return names


def rules(what: str) -> dict[str, tuple[str, str, str]]:
    """The rules of a validator by id: severity, sentence in English, sentence in Indonesian."""
    found: dict[str, tuple[str, str, str]] = {}
    while (rule := _native.check_rule_at(what, len(found))) is not None:
        n = len(found)
        warning = _native.check_rule_severity(what, n) == _native.SEVERITY_WARNING
        found[rule] = ("warning" if warning else "error",
                       _native.check_rule_text(what, n, _native.ENGLISH),
                       _native.check_rule_text(what, n, _native.INDONESIAN))
    return found
