"""Pages to print, sign and hand around: one HTML file each, that needs nothing else."""

from __future__ import annotations

import os
from typing import Any


class Page:
    """A page of HTML. Notebooks show it; `str(page)` is its text; `page.write(path)` keeps it."""

    __slots__ = ("_page",)

    def __init__(self, page: Any) -> None:
        self._page = page

    @property
    def html(self) -> str:
        """The whole page."""
        return str(self._page.html())

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the page, whole or not at all; "-" is standard output."""
        self._page.write(os.fspath(path))

    def __str__(self) -> str:
        return self.html

    def _repr_html_(self) -> str:
        # In a frame of its own: the page's style must not become the notebook's.
        text = self.html.replace("&", "&amp;").replace('"', "&quot;")
        return (f'<iframe srcdoc="{text}" sandbox style="width:100%;height:40em;border:1px solid #ccc">'
                "</iframe>")

    def __repr__(self) -> str:
        return f"<bina page of {self._page.length()} bytes>"
