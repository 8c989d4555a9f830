"""Programmes: the next batch's participants proposed, and certificates told genuine or not."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import _native, kinds
from .review import id_of
from .view import View

STANDINGS = ("unknown", "genuine", "revoked", "expired")


class Standing(NamedTuple):
    """What is known of a certificate by its code."""

    standing: str
    """unknown, genuine, revoked or expired"""
    certificate: kinds.Kind | None
    """the record; None when it is unknown"""


class Training:
    """What a register can do for its batches and certificates.

        for one in reg.propose(batch):
            print(one.rank, one.candidate, one.score, one.reason)
        reg.certificate("7k3m q2xw 9tba").standing
    """

    _lock: Any

    @property
    def _handle(self) -> Any:
        raise NotImplementedError

    def propose(self, batch: kinds.Kind | int, seats: int = 0) -> list[kinds.Kind]:
        """Proposes participants for a batch, as many as it has free seats unless `seats` says
        otherwise, and gives its nominations by rank. They take the place of earlier ones."""
        with self._lock:
            return list(View(lambda: _native.batch_propose(self._handle, id_of(batch), seats)))

    def certificate(self, code: str) -> Standing:
        """Looks a certificate up by the code printed on it; lower case, blanks and hyphens, O for 0
        and I or L for 1 are forgiven."""
        with self._lock:
            standing = STANDINGS[_native.certificate_standing(self._handle, code)]
            found = None
            if standing != "unknown":
                found = kinds.wrap(_native.certificate_record(self._handle, code))
            return Standing(standing, found)  # type: ignore[arg-type]
