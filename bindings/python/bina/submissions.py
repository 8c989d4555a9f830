"""A province and its regencies: who owes what for which period, what came, what went back."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _native, kinds
from ._error import Error
from ._tasks import Progress, run_task
from .row import Row
from .view import View

if TYPE_CHECKING:
    from .mapping import Mapping


class Received(NamedTuple):
    """What came of receiving a file."""

    submission: kinds.Submission
    """The submission: state, nature, rows, faults, times."""
    faults: View[Row]
    """What is wrong in the file, to be sent back."""


class Submitting:
    """What a province's register can do about the submissions of its regencies.

        reg.submission_due("52", "2026-H1", on="2026-07-15")
        came = reg.submission_receive("52.03", "2026-H1", "lotim.csv")
        if came.submission.faults: reg.submission_return("52.03", "2026-H1", "lihat lampiran")
        else: reg.submission_accept("52.03", "2026-H1")

    A period is a year "2026", a half "2026-H1", a quarter "2026-Q3" or a month "2026-11". What came
    is told by the reports "submissions", "completeness" and "province".
    """

    _lock: Any

    @property
    def _handle(self) -> Any:
        raise NotImplementedError

    def submission_due(self, region: str, period: str,
                       on: datetime.date | str | None = None) -> int:
        """Notes that a regency, or every regency and city of a province, owes a submission, due on
        a day. Gives how many are new."""
        with self._lock:
            return int(_native.submission_due(self._handle, region, period, on))

    def submission_receive(self, region: str, period: str, path: str | os.PathLike[str], *,
                nature: str | None = None, list: str | None = None, letter: str | None = None,
                sent_by: str | None = None, received: datetime.date | str | None = None,
                mapping: Mapping | None = None, whole: bool = False,
                anywhere: bool = False, progress: Progress | None = None) -> Received:
        """Receives a regency's file: the rows of its register, or only counts, which enter as
        figures it declared.

        nature    "rows" or "counts"; else as the headers tell
        list      the list its rows go to; else the regency's code
        whole     a file with errors is returned at once, and nothing of it stored
        anywhere  take rows though hardly one of them lies in the regency; else that is refused
        """
        faults = _native.Faults(0)
        with self._lock:
            try:
                task = _native.receive_submission(
                    self._handle, region, period, os.fspath(path), nature, list, letter,
                    sent_by, received, None if mapping is None else mapping._mapping, whole, anywhere,
                    faults)
                submission = kinds.wrap(run_task(task, progress))
            except Error as error:
                error.faults = View(faults.cursor, title="faults")
                raise
        return Received(submission, View(faults.cursor, title="faults"))  # type: ignore[arg-type]

    def submission_return(self, region: str, period: str, reason: str,
                          letter: str | None = None) -> None:
        """Returns what was received, or even accepted, to be sent again."""
        with self._lock:
            _native.submission_return(self._handle, region, period, reason, letter)

    def submission_accept(self, region: str, period: str, reason: str | None = None) -> None:
        """Accepts what was received; with errors left only for a reason."""
        with self._lock:
            _native.submission_accept(self._handle, region, period, reason)
