"""The exception from which all of the library's are derived."""

from __future__ import annotations

from typing import Any, Iterable

from . import _native


class Error(Exception):
    """What the library refused, and why.

    Attributes: `code` (the status number), `name` ("ERR_CONFLICT"), `message` (English), `pesan`
    (the same in Indonesian), `severity` ("error"; "warning" in lists of complaints), and where
    they are known `kind`, `field`, `rule`, `file`, `sheet` (of a workbook), `line`,
    `column`; None otherwise. `faults` are the rows of
    everything that was wrong in a file, where one was read; `refusals` those of every condition
    that was not met, where a register refused (RefusedError).
    """

    code: int = 0
    name: str = "ERR"
    message: str = ""
    pesan: str = ""
    kind: str | None = None
    field: str | None = None
    rule: str | None = None
    file: str | None = None
    sheet: str | None = None
    line: int | None = None
    column: int | None = None
    severity: str = "error"
    faults: Iterable[Any] = ()
    refusals: Iterable[Any] = ()

    def __init__(self, message: str = "", pesan: str = "", *, kind: str | None = None,
                 field: str | None = None, rule: str | None = None, file: str | None = None,
                 sheet: str | None = None, line: int | None = None,
                 column: int | None = None) -> None:
        super().__init__(message)
        self.message = message or _native.status_text(self.code, _native.ENGLISH)
        self.pesan = pesan or _native.status_text(self.code, _native.INDONESIAN)
        self.kind, self.field, self.rule = kind, field, rule
        self.file, self.sheet, self.line, self.column = file, sheet, line, column

    def __str__(self) -> str:
        place = self.file or ""
        if place and self.sheet:
            place += f":{self.sheet}"
        if place and self.line:
            place += f":{self.line}" + (f":{self.column}" if self.column else "")
        return f"{place}: {self.message}" if place else self.message


Error.__module__ = "bina"
