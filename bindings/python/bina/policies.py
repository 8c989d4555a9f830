"""Policies: dated thresholds and conditions, each with its regulation."""

from __future__ import annotations

import datetime
import os
from typing import Any, NamedTuple

from . import _native, kinds
from .review import id_of
from .row import Row
from .view import View, with_faults


class PoliciesLoaded(NamedTuple):
    """What came of loading a file of policies."""

    added: int
    """Policies and rules that are new."""
    updated: int
    """Those that were there and got the file's values."""


def check_policy(path: str | os.PathLike[str]) -> None:
    """Finds every fault in a file of policies. The exception has them all in `.faults`, with file,
    line, column and what to do."""
    with_faults(_native.policy_check, os.fspath(path))


def policy_facts() -> View[Row]:
    """What conditions may look at: rows of name, type, words, unit, compares, doc, keterangan."""
    return View(_native.policy_facts, title="facts")


def shipped_policies(on: datetime.date | str | None = None) -> View[Row]:
    """Every rule the library ships, or those in force on a day: rows of origin, policy, version,
    programme, rule, fact, compare, value, unit, valid_from, valid_to, regulation, message, pesan."""
    return View(lambda: _native.policy_list(None, on), title="policies")


def write_policies(path: str | os.PathLike[str], name: str | None = None) -> None:
    """Writes the shipped policies (or one) as YAML that check_policy takes, to start an own from."""
    _native.policy_write(None, name, os.fspath(path))


class Policies:
    """What a register can do about its policies.

        reg.load_policy("equipment.yaml")
        for row in reg.try_policy("eligibility", group, on="2021-06-02"):
            print(row.rule, row.saw, row.met, row.message)
    """

    _lock: Any

    @property
    def _handle(self) -> Any:
        raise NotImplementedError

    def load_policy(self, path: str | os.PathLike[str]) -> PoliciesLoaded:
        """Checks a file of policies and stores them, in one commit: all, or at any fault nothing. A
        file may be loaded again after it was edited."""
        with self._lock:
            return PoliciesLoaded(*with_faults(_native.policy_load, self._handle, os.fspath(path)))

    def try_policy(self, policy: str | os.PathLike[str], record: kinds.Kind | int, *,
                   on: datetime.date | str | None = None) -> View[Row]:
        """What a policy would decide on a record, and why: a row for every condition, with `met`
        True, False, or None where it is not asked. Nothing is stored.

        policy  the name of one in force in the register, or a file that ends in .yaml or .yml
        record  a person, household, enterprise, group or product; or a grant, enrolment, loan or
                listing, which is tried on its recipient, participant, borrower or product
        on      as of this day; else today
        """
        key, what = id_of(record), os.fspath(policy)
        return View(lambda: with_faults(lambda faults: _native.policy_try(
            self._handle, what, key, on, faults)), self._lock, "conditions")

    def policy_rules_in_force(self, on: datetime.date | str | None = None) -> View[Row]:
        """Every rule of the register's policies and then of the shipped, or those in force on a
        day; rows as of shipped_policies."""
        return View(lambda: _native.policy_list(self._handle, on), self._lock, "policies")

    def write_policies(self, path: str | os.PathLike[str], name: str | None = None) -> None:
        """Writes the policies the register stores (or those of one name) as YAML."""
        with self._lock:
            _native.policy_write(self._handle, name, os.fspath(path))
