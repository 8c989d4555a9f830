"""A first look at lists: one page, nothing is stored."""

from __future__ import annotations

import html as _html
import os
from typing import Any

from . import _native
from ._error import Error
from ._language import language_number
from ._tasks import Progress, run_task
from .row import Row
from .view import View


class Look:
    """What a look at lists found: the main figures, the faults, and the page.

    In a notebook it shows itself.
    """

    def __init__(self, figures: Row, faults: View[Row], page: str) -> None:
        self.figures = figures
        """lists, rows, refused, enterprises, at_least, at_most, groups, twins, on_all, review,
        faults, no_village, region."""
        self.faults = faults
        """What is wrong in the lists, cell by cell."""
        self.html = page
        """The whole page."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self.figures:
            raise AttributeError(f"a look has no figure {name!r}")
        return self.figures[name]

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the page into a file."""
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(self.html)

    def _repr_html_(self) -> str:
        # In a frame of its own, so that its style does not touch the notebook's.
        return (f'<iframe srcdoc="{_html.escape(self.html)}" '
                'style="width: 100%; height: 40em; border: 0"></iframe>')

    def __repr__(self) -> str:
        return (f"<bina look: {self.figures['rows']} rows in {self.figures['lists']} lists, "
                f"about {self.figures['enterprises']} enterprises>")


def look(paths: str | os.PathLike[str] | list[str | os.PathLike[str]],
         out: str | os.PathLike[str] | None = None, *, language: str = "en",
         region: str | None = None, examples: int = 0, places: int = 0,
         progress: Progress | None = None) -> Look:
    """Looks at one list or several (CSV files or workbooks), whatever their columns.

        look = bina.look(["disperin.xlsx", "diskop.csv"], out="look.html", language="id")
        print(look.enterprises, look.at_least, look.at_most)

    Tells about how many enterprises they are, how they overlap, what each column was understood
    as, what is wrong by cell, and which rows are the same and why. Nothing is stored; NIK, NIB and
    telephones are masked in the page. `region` is the Kemendagri code of rows that name no regency
    (told from the rows otherwise), `examples` how many pairs are shown of every two lists,
    `places` how many cells of a rule that is broken.
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    faults = _native.Faults(1000000)
    try:
        found = run_task(_native.look([os.fspath(path) for path in given],
                                      language_number(language), None, region, faults, examples, places, 0), progress)
    except Error as error:
        error.faults = View(faults.cursor, title="faults")
        raise
    figures = Row(found)
    result = Look(figures, View(faults.cursor, title="faults"), figures["page"])
    if out is not None:
        result.write(out)
    return result
