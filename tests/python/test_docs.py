"""Every block of docs/python.md runs, one after the other, as a reader would type them."""

import pathlib
import re

PAGE = pathlib.Path(__file__).parent.parent.parent / "docs" / "python.md"


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
