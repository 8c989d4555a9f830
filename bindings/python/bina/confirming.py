"""Asking agencies that will not run Bina: a workbook goes out and comes back with answers."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING, NamedTuple

from . import _native, kinds
from ._error import Error
from ._language import language_number
from .review import id_of
from .row import Row
from .view import View

if TYPE_CHECKING:
    from .register import Register

Day = datetime.date | str | None


class Received(NamedTuple):
    """What came of receiving a workbook."""

    receipt: Row
    """round, agency, letter, asked, due; enterprises (rows read), new, changed, unchanged, silent, refused."""
    faults: View[Row]
    """What could not be taken, by sheet, line and column."""


class Confirming:
    """Of a register: `register.confirm`.

        reg.confirm.send("Dinas Koperasi", "tanya.xlsx", letter="510/12", due="2022-03-31")
        reg.confirm.receive("jawab.xlsx", answered_by="H. Sahabudin", letter="518/40")
        for answer in reg.confirm.answers: reg.confirm.apply(answer.confirmation, "dilihat 2 April")
    """

    def __init__(self, register: Register) -> None:
        self._register = register

    def send(self, agency: str, path: str | os.PathLike[str], *, letter: str | None = None,
             asked: Day = None, due: Day = None, region: str | None = None,
             list: str | None = None, everybody: bool = False, language: str = "id") -> Row:
        """Writes down that an agency is asked about the enterprises on its lists, and the workbook
        to send it: with answers to be chosen, all else locked. The same agency, day and letter are
        the same round. Gives round, agency, letter, asked, due, enterprises and new.

        agency     a name or short name of an organisation, or the name of a list it keeps
        asked      the day; else today
        due        answers are asked for by this day; else in 14 days
        region     only what lies under this region
        list       only what this one of its lists holds
        everybody  also what stands on none of its lists; of those the owner is only hinted at
        """
        with self._register._lock:
            return kinds.wrap(_native.confirm_send(
                self._register._handle, agency, os.fspath(path), language_number(language), letter,
                asked, due, region, list, everybody))

    def receive(self, path: str | os.PathLike[str], *, answered_by: str | None = None,
                letter: str | None = None, answered: Day = None,
                dry_run: bool = False) -> Received:
        """Reads a workbook that came back, whatever it is called now and however it was sorted, and
        writes the answers down in one commit. Twice changes nothing; a later answer takes the place
        of an earlier one, which history keeps. What cannot be read is in the faults."""
        faults = _native.Faults(0)
        view: View[Row] = View(faults.cursor, title="faults")
        with self._register._lock:
            try:
                receipt = kinds.wrap(_native.confirm_receive(
                    self._register._handle, os.fspath(path), answered_by, letter, answered,
                    dry_run, faults))
            except Error as error:
                error.faults = view
                raise
        return Received(receipt, view)

    @property
    def rounds(self) -> View[Row]:
        """What was asked of whom, when it is due, what was answered and what is silent."""
        return self._register.report("rounds")

    @property
    def answers(self) -> View[Row]:
        """Answers that ask for something to be done (closed, moved, twin), and are not settled."""
        return self._register.report("answers")

    def apply(self, confirmation: kinds.Confirmation | int, reason: str | None = None) -> bool:
        """Does what an answer proposes: closes the enterprise, puts it where it moved to, merges
        it into the one it is a twin of. False where the register agreed already."""
        with self._register._lock:
            return bool(_native.confirm_apply(self._register._handle, id_of(confirmation), reason))

    def dismiss(self, confirmation: kinds.Confirmation | int, reason: str | None = None) -> None:
        """Decides against what an answer proposes."""
        with self._register._lock:
            _native.confirm_dismiss(self._register._handle, id_of(confirmation), reason)
