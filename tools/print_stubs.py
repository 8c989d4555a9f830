"""Prints kinds.pyi and errors.pyi: what editors and type checkers know of the classes that bina/ builds
at import. `print_stubs.py kinds` or `print_stubs.py errors`; `./run refresh` writes both."""

import sys

from bina import _native, errors, kinds

TYPES = {
    _native.TYPE_INT: "int", _native.TYPE_REAL: "float", _native.TYPE_TEXT: "str",
    _native.TYPE_BOOL: "bool", _native.TYPE_DATE: "datetime.date", _native.TYPE_MONEY: "int",
    _native.TYPE_CODE: "str", _native.TYPE_REF: "int", _native.TYPE_TIME: "datetime.datetime",
}
HEAD = "# Printed by tools/print_stubs.py from the library's own words: do not edit.\n"


def doc_lines(text, indent):
    return [f'{indent}"""{text.replace(chr(92), chr(92) * 2)}"""']


def print_class(cls):
    description = cls._description
    lines = [f"class {cls.__name__}(Kind):", *doc_lines(cls.__doc__, "    "),
             "    def __init__(self, *,"]
    body = []
    for slot in range(description.count()):
        name = description.field_name(slot)
        if not hasattr(cls, name):
            continue
        held = TYPES[description.field_type(slot)]
        body += [f"    {name}: {held} | None",
                 *doc_lines(kinds.field_doc(description, slot), "    ")]
        if not description.field_flags(slot) & (_native.FIELD_STORE_SET | _native.FIELD_DERIVED):
            given = {"datetime.date": "datetime.date | str",
                     "datetime.datetime": "datetime.datetime | str"}.get(held, held)
            if description.field_type(slot) == _native.TYPE_REF:
                given = "int | Kind"
            lines.append(f"                 {name}: {given} | None | _Unset = ...,")
    lines.append("                 **own: Any) -> None: ...")
    print("\n".join(lines + body) + "\n")


def print_kinds():
    print(HEAD + "\nimport datetime\nfrom typing import Any, Self\n\n"
          "from ._values import _Unset\nfrom .row import Row\nfrom .table import Table\n\n"
          "class Kind(Row):\n"
          '    """A record of a kind the library knows. Make one with its fields as keywords."""\n'
          "    _description: Any\n"
          "    def __init__(self, **fields: Any) -> None: ...\n"
          "    def advance(self, verb: str, reason: str | None = None, **how: Any) -> Self: ...\n\n"
          "BY_NUMBER: dict[int, type[Kind]]\nBY_PLURAL: dict[str, type[Kind]]\n"
          "def class_name(kind_name: str) -> str: ...\n"
          "def field_doc(description: Any, slot: int) -> str: ...\n"
          "def wrap(record: Any, register: Any = None) -> Row: ...\n")
    for cls in kinds.BY_NUMBER.values():
        print_class(cls)
    print("class Tables:\n"
          '    """What a register has for every kind: its table, under the kind\'s plural."""\n'
          "    def table(self, kind: Any) -> Any: ...")
    for plural, cls in kinds.BY_PLURAL.items():
        print(f"    @property\n    def {plural}(self) -> Table[{cls.__name__}]:\n"
              f'        """{cls.__doc__}"""')
    print("\n__all__ = [\n    " + ",\n    ".join(repr(name) for name in kinds.__all__) + ",\n]")


def print_errors():
    print(HEAD + "\nimport builtins\n\nfrom ._error import Error as Error\n\n"
          "BY_CODE: dict[int, type[Error]]\ndef class_name(status_name: str) -> str: ...\n")
    for cls in errors.BY_CODE.values():
        bases = ", ".join(base.__name__ if base is errors.Error else f"builtins.{base.__name__}"
                          for base in cls.__bases__)
        print("\n".join([f"class {cls.__name__}({bases}):", *doc_lines(cls.__doc__, "    ")]) + "\n")
    print("__all__ = [\n    " + ",\n    ".join(repr(name) for name in errors.__all__) + ",\n]")


if __name__ == "__main__":
    print_kinds() if sys.argv[1:] == ["kinds"] else print_errors()
