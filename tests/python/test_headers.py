"""Protects whoever reads a header to know what may go wrong: every call that gives a status tells its errors, or
whose they are."""

import pathlib
import re

INCLUDE = pathlib.Path(__file__).parent.parent.parent / "include" / "bina"
DECLARED = re.compile(r"(?:(/\*\*(?:(?!\*/).)*\*/)\s*)?BINA_API\s+bina_status\s+(bina_\w+)\(", re.S)
# Its own; those of what it hands on; or none.
TOLD = re.compile(r"BINA_ERR_[A-Z_]+|\b(?:[Aa]s|as with|says|told by|what) bina_\w+|bina_\w+ (?:says|tells)|in short|"
                  r"Never fails")
NOT_FALLIBLE = {"bina_error_status"}  # asks what the error is


def test_every_status_tells_its_errors():
    declared = {name: re.sub(r"\s*\n \*\s*", " ", doc) for header in sorted(INCLUDE.glob("*.h"))
                for doc, name in DECLARED.findall(header.read_text())}
    assert len(declared) > 100
    silent = [name for name, doc in declared.items() if not TOLD.search(doc) and name not in NOT_FALLIBLE]
    assert silent == []


def test_errors_that_are_told_are_there():
    """A status that is named in a header is one of the list."""
    known = set(re.findall(r"BINA_ERR_\w+", (INCLUDE / "status.h").read_text()))
    known |= {f"BINA_{name}" for name in re.findall(r"X\((ERR_\w+)", (INCLUDE / "status.h").read_text())}
    named = {name for header in INCLUDE.glob("*.h") for name in re.findall(r"BINA_ERR_[A-Z_]+[A-Z]", header.read_text())}
    assert named - known == set()
