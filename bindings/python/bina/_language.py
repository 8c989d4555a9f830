"""The two languages the library speaks, as the binding is told of them."""

from __future__ import annotations

from . import _native
from .errors import UsageError

_LANGUAGES = {"en": _native.ENGLISH, "id": _native.INDONESIAN}


def language_number(language: str) -> int:
    """The library's number of "en" or "id"."""
    if language not in _LANGUAGES:
        raise UsageError("language must be 'en' or 'id'", "language harus 'en' atau 'id'")
    return int(_LANGUAGES[language])
