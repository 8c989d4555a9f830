"""Lifecycles: moving records from one state to the next, and every reason why not."""

from __future__ import annotations

import contextlib
import datetime
from typing import Any, Iterator

from . import _native, kinds
from ._values import UNSET
from .errors import RefusedError, UsageError
from .review import id_of
from .row import Row, no_field, slots_of
from .view import View


def steps_of(kind: type[kinds.Kind] | str) -> View[Row]:
    """Every step of a kind's lifecycle: verb, label, leaves, enters, paper, needs_reason, sets."""
    number = _native.kind_find(kind) if isinstance(kind, str) else kind._description.kind()
    return View(lambda: _native.steps_of_kind(number), title="steps")


class Advancing:
    """What a register can do about the lifecycles of its records.

        reg.advance(grant, "approve", on="2021-03-01", paper=decree, approved=25_000_000)
        reg.grants[id].advance("approve", on="2021-03-01", paper=decree, approved=25_000_000)

    A step that is refused raises RefusedError; its `.refusals` are rows (rule, record, policy,
    version, regulation, saw, message, pesan), one for every condition that was not met, and nothing
    has changed.
    """

    _lock: Any

    @property
    def _handle(self) -> Any:
        raise NotImplementedError

    @contextlib.contextmanager
    def _refusing(self) -> Iterator[Any]:
        """The handle, for a call that may be refused."""
        with self._lock:
            try:
                yield self._handle
            except RefusedError as error:
                error.refusals = list(View(self._handle.refusals))
                raise

    def advance(self, record: kinds.Kind | int, verb: str, reason: str | None = None, *,
                on: datetime.date | str | None = None, note: str | None = None,
                paper: kinds.Kind | int | None = None, dry_run: bool = False,
                **values: Any) -> kinds.Kind:
        """Takes a step of a record's lifecycle, and what follows from it, in one commit; gives the
        record as it is then.

        reason   a word of the code list step_reason
        on       the day it was taken; else today
        note     why, in words; kept with the step
        paper    the document that orders or proves it
        dry_run  asks every condition and changes nothing
        Other arguments are fields set together with the step.
        """
        key = id_of(record)
        description = self._handle.description(_native.id_kind(key))
        if description is None:
            raise UsageError(f"no record has the id {key}", f"tidak ada data bernomor {key}")
        fields: Any = _native.Record(description) if values else None
        for name, value in values.items():
            slot = slots_of(description).get(name)
            if slot is None:
                raise no_field(description, name)
            if value is not UNSET:
                fields.set(slot, value)
        with self._refusing() as handle:
            _native.advance(handle, key, verb, on, reason, note,
                            0 if paper is None else id_of(paper), fields, dry_run)
            return self[key]  # type: ignore[index, no-any-return]

    def sum_figures(self, *figures: kinds.Kind | int) -> kinds.Kind:
        """The sum of figures that people declared, as a figure that is not stored. What does not add
        raises RefusedError with every reason: other units, other days, one that includes another."""
        with self._refusing() as handle:
            return kinds.wrap(_native.figures_add(handle, [id_of(one) for one in figures]))  # type: ignore[return-value]

    def steps_possible(self, record: kinds.Kind | int) -> View[Row]:
        """The steps that leave a record's state, and whether their conditions are met today: verb,
        label, enters, paper, sets, allowed, because."""
        key = id_of(record)
        return View(lambda: _native.steps_possible(self._handle, key), self._lock, "steps")

    def advance_due(self, on: datetime.date | str | None = None, *,
                    dry_run: bool = False) -> list[Row]:
        """Takes every step that is due by its date: permits expire, approved loans lapse. Gives
        what was due: record, kind, verb, taken, message, pesan."""
        with self._lock:
            return list(View(lambda: _native.advance_due(self._handle, on, dry_run)))
