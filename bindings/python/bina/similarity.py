"""How alike texts are: what linkage compares names and numbers by.

    >>> from bina import similarity
    >>> round(similarity.jaro_winkler("martha", "marhta"), 3)
    0.961
    >>> similarity.osa("sasak", "saask")
    1
    >>> names = similarity.Texts(["siti aminah", "siti aminnah", "made"])
    >>> list(names.osa("siti aminah"))
    [0, 1, 10]

Texts are compared by character as they are: "Siti" and "siti" differ.
"""

from __future__ import annotations

from typing import Any, Iterable, Literal

from . import _native

__all__ = ["Texts", "jaro_winkler", "levenshtein", "osa"]


def jaro_winkler(a: str, b: str) -> float:
    """The similarity of two texts, 0 to 1: Jaro, and more for what begins alike."""
    found: float = _native.similarity_jaro_winkler(a, b)
    return found


def levenshtein(a: str, b: str) -> int:
    """The least number of inserted, deleted and changed characters."""
    found: int = _native.distance_levenshtein(a, b)
    return found


def osa(a: str, b: str) -> int:
    """As `levenshtein`, but two neighbours that changed places are one edit."""
    found: int = _native.distance_osa(a, b)
    return found


class Texts:
    """A column of texts, to hold one text against all of them many at a time.

    The answers are numbers in the order of the texts: a numpy array where numpy is installed, else a memoryview.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = _native.Texts(list(texts))

    def __len__(self) -> int:
        return int(self._texts.count())

    def jaro_winkler(self, text: str, least: float = 0.0) -> Any:
        """The similarity of a text to each; 0 for those less alike than `least`, which is faster."""
        return _numbers(self._texts.jaro_winkler(text, least), "d")

    def levenshtein(self, text: str, most: int | None = None) -> Any:
        """The distance of a text from each; `most` + 1 for those that are farther."""
        return _numbers(self._texts.levenshtein(text, _limit(most)), "I")

    def osa(self, text: str, most: int | None = None) -> Any:
        """As `levenshtein`, but two neighbours that changed places are one edit."""
        return _numbers(self._texts.osa(text, _limit(most)), "I")


def _limit(most: int | None) -> int:
    if most is None:
        return -1
    if most < 0:
        raise ValueError("a distance is not negative")
    return most


def _numbers(held: bytearray, form: Literal["d", "I"]) -> Any:
    try:
        import numpy
    except ImportError:
        return memoryview(held).cast(form)
    return numpy.frombuffer(held, dtype=form)
