"""People decide what scores cannot: the doubtful pairs, those that teach most first."""

from __future__ import annotations

import builtins
import os
from typing import Any, NamedTuple

from . import _native, kinds
from ._error import Error
from ._language import language_number
from .errors import UsageError
from .row import Row
from .view import View


class Reviewed(NamedTuple):
    """What came of a workbook of pairs."""

    pairs: int
    """Pairs in the workbook."""
    judged: int
    """Judgements that are new, or changed."""
    unchanged: int
    """Judgements that were known."""
    unanswered: int
    """Pairs without a verdict."""
    refused: int
    """Answers that were not taken."""
    faults: View[Row]
    """These, with sheet, line and column."""


def id_of(record: kinds.Kind | int) -> int:
    """A record stands for its id."""
    key = record if isinstance(record, int) else record["id"]
    if key is None:
        raise UsageError("the record is not stored", "data belum tersimpan")
    return key


class Review:
    """A pair of rows that people must look at.

        for pair in reg.review(limit=10):
            for line in pair.fields: print(line.field, line.first, line.second, line.reason)
            pair.decide("same", "satu kios")
    """

    def __init__(self, register: Reviewing, row: Row) -> None:
        self._register = register
        self.pair: int = row.pair
        """The id of the Pair."""
        self.first: int = row.first
        """The id of its first SourceRecord."""
        self.second: int = row.second
        """The id of its second SourceRecord."""
        self.weight: float = row.weight
        """log2 of the odds that they are one."""
        self.probability: float = row.probability
        """Probability that they are one, by the model."""
        self.state: str = row.state
        """open, disputed, cannot_tell, follows (from pairs before it) or decided (by others)."""
        self.gain: float = row.gain
        """Chance that the answer changes the register."""
        self.judgements: int = row.judgements
        """How many people judged it already."""

    @property
    def fields(self) -> builtins.list[Row]:
        """Field by field: field, first, second, same, first_marks and second_marks ("*" for each
        letter that differs), adds (to the weight), reason and alasan (the same in words)."""
        return self.lines()

    def lines(self, mask: bool = False) -> builtins.list[Row]:
        """The fields; `mask` shows only the last three digits of NIK and phones."""
        return builtins.list(View[Row](
            lambda: _native.review_lines(self._register._handle, self.pair, mask),
            self._register._lock, "lines"))

    def decide(self, verdict: str, reason: str | None = None, *, reviewer: str | None = None,
               settle: bool = False, subject: kinds.SourceRecord | int | None = None) -> int:
        """As Register.decide."""
        return self._register.decide(self, verdict, reason, reviewer=reviewer, settle=settle,
                                     subject=subject)

    def __repr__(self) -> str:
        return f"<bina pair {self.pair} to review: {self.state}, {self.probability:.0%}>"


class Reviewing:
    """What a register can do about its doubtful pairs."""

    _lock: Any

    @property
    def _handle(self) -> Any:
        raise NotImplementedError

    def review(self, limit: int | None = None, *, region: str | None = None,
               reviewer: str | None = None, second: bool = False,
               disputed: bool = False, sample: bool = False) -> builtins.list[Review]:
        """The pairs that people must look at, those that teach most first.

        region    only pairs with a row at or under this code
        reviewer  who judges, and is not asked twice; else the actor
        second    those that others decided, to be judged a second time
        disputed  only those that people disagree on
        sample    in the order of a lot: those asked first are a random sample, from which the report
                  "count" tells the most likely count
        """
        view: View[Row] = View(
            lambda: _native.review_pairs(self._handle, reviewer, region,
                                         -1 if limit is None else limit, second, disputed, sample),
            self._lock, "pairs")
        return [Review(self, row) for row in view]

    def decide(self, pair: Review | kinds.Pair | int, verdict: str, reason: str | None = None, *,
               reviewer: str | None = None, settle: bool = False,
               subject: kinds.SourceRecord | int | None = None) -> int:
        """Writes down what a person says of a pair: same, same_owner, same_household, member_of,
        successor_of, different or cannot_tell. The pair gets the verdict most people gave; where as
        many say otherwise it stays open. It takes effect with the next reconciling. Gives the
        number of the commit, for `undo`; 0 when nothing changed.

        reviewer  who says so; else the actor
        settle    to settle the pair, whatever others said
        subject   of member_of and successor_of: which row is the member or the successor
        """
        if not isinstance(pair, int):
            pair = pair.pair if isinstance(pair, Review) else id_of(pair)
        with self._lock:
            return int(_native.review_judge(self._handle, pair, verdict, reason, reviewer, settle,
                                            0 if subject is None else id_of(subject)))

    def decide_rows(self, first: kinds.SourceRecord | int, second: kinds.SourceRecord | int,
                    verdict: str, reason: str | None = None, *, reviewer: str | None = None,
                    settle: bool = False,
                    subject: kinds.SourceRecord | int | None = None) -> int:
        """As `decide`, for two source records of which no pair need exist."""
        with self._lock:
            return int(_native.review_judge_rows(
                self._handle, id_of(first), id_of(second), verdict, reason, reviewer, settle,
                0 if subject is None else id_of(subject)))

    def disagreements(self) -> View[Row]:
        """Who said what of the pairs on which people did not say the same: pair, first, second,
        outcome, reviewer, verdict, decided, settles, reason, subject. Disputed pairs come first."""
        return View(lambda: _native.review_disagreements(self._handle), self._lock,
                    "disagreements")

    def export_review(self, path: str | os.PathLike[str], *, limit: int | None = None,
                      region: str | None = None, reviewer: str | None = None, second: bool = False,
                      disputed: bool = False, sample: bool = False, language: str = "id",
                      purpose: str | None = None) -> int:
        """Writes the pairs of `review` as a workbook to be filled in: two rows a pair, a drop-down
        of verdicts. Gives their number. NIK and phones are masked unless a purpose is named, which
        is written into the log."""
        with self._lock:
            return int(_native.review_export(
                self._handle, os.fspath(path), reviewer, region, -1 if limit is None else limit,
                second, disputed, sample, language_number(language), purpose))

    def import_review(self, path: str | os.PathLike[str], *,
                      reviewer: str | None = None) -> Reviewed:
        """Reads such a workbook back, in one commit, as far as it is filled in; rows may come in
        any order. `reviewer` is who judged where a row names nobody. The same again changes
        nothing."""
        faults = _native.Faults(0)
        with self._lock:
            try:
                record = _native.review_import(self._handle, os.fspath(path), reviewer, faults)
            except Error as error:
                error.faults = View(faults.cursor, title="faults")
                raise
        outcome = kinds.wrap(record)
        return Reviewed(outcome.pairs, outcome.judged, outcome.unchanged, outcome.unanswered,
                        outcome.refused, View(faults.cursor, title="faults"))
