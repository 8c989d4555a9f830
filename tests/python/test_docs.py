"""Every block of docs/python.md runs, one after the other, as a reader would type them; and docs/architecture.md
speaks of what there is."""

import pathlib
import re

TOP = pathlib.Path(__file__).parent.parent.parent
PAGE = TOP / "docs" / "python.md"


def test_the_python_page_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(), re.M | re.S)
    assert len(blocks) >= 8
    scope = {}
    for block in blocks:
        exec(compile(block, PAGE.name, "exec"), scope)
    printed = capsys.readouterr().out
    assert "name field.required" in printed and "Lombok Timur" in printed and "5306" in printed
    assert scope["same"] is True


def test_the_map_of_the_code_is_true():
    """A file that moves, or a function that is called otherwise, takes the page with it."""
    named = set(re.findall(r"`([^`\n]+)`", (TOP / "docs" / "architecture.md").read_text()))
    paths = {name for name in named if "/" in name and " " not in name and not name.startswith("./")}
    functions = {name for name in named if re.fullmatch(r"bina_\w+", name)}
    assert len(paths) > 40 and len(functions) > 10
    assert [path for path in sorted(paths) if not (TOP / path).exists()] == []
    code = "".join(path.read_text() for folder in ("src", "include") for path in (TOP / folder).rglob("*.[ch]"))
    assert [name for name in sorted(functions) if f"{name}(" not in code] == []
