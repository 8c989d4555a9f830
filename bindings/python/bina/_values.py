"""What several modules need: the sentinel UNSET, and how values are shown without showing people."""

from __future__ import annotations

import re
from typing import Any, Final


class _Unset:
    """Says nothing about a field: `add` stores null, `update` leaves the field alone."""

    _instance: "_Unset | None" = None

    def __new__(cls) -> "_Unset":
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __repr__(self) -> str:
        return "bina.UNSET"

    def __bool__(self) -> bool:
        return False


UNSET: Final = _Unset()

# A NIK, a family card, a phone number: nine digits in a row or with blanks or dashes between.
_LONG_NUMBER = re.compile(r"\d(?:[ -]?\d){8,}")


def shown(value: Any, personal: bool, described: bool = True) -> str:
    """The value as `repr` shows it. Personal data is masked; where no description tells (a column
    of somebody's file), so is what looks like a number that names a person."""
    if value is None:
        return "None"
    if personal:
        return "'***'"
    if isinstance(value, str):
        if len(value) > 60:
            value = value[:57] + "..."
        return repr(value if described else _LONG_NUMBER.sub("***", value))
    return repr(value) if not hasattr(value, "isoformat") else repr(value.isoformat())
