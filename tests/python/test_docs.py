"""Every block of docs/python.md runs, one after the other, as a reader would type them; and docs/architecture.md
speaks of what there is."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

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


def test_the_first_minute_of_the_readme_is_as_printed(tmp_path):
    """What a newcomer types first says what the page shows; figures, which better weights change, aside."""
    command = os.environ.get("BINA") or shutil.which("bina")
    if command is None:
        pytest.skip("the bina command is not on the PATH")
    shown = re.findall(r"^```\n\$ (?:cd (\S+) && )?(bina .*?)\n(.*?)^```", (TOP / "README.md").read_text(), re.M | re.S)
    assert len(shown) == 2
    shutil.copytree(TOP / shown[0][0], tmp_path / "lists")
    env = dict(os.environ, PATH=f"{pathlib.Path(command).parent}{os.pathsep}{os.environ['PATH']}", LC_ALL="C.UTF-8")
    for _, typed, page in shown:
        done = subprocess.run(["sh", "-c", typed], cwd=tmp_path / "lists", env=env, capture_output=True, text=True,
                              check=True, timeout=120)
        printed = done.stdout or done.stderr
        figures = r"[-+]?\d+(\.\d+)?"
        assert re.sub(figures, "#", printed) == re.sub(figures, "#", page)


def test_the_map_of_the_code_is_true():
    """A file that moves, or a function that is called otherwise, takes the page with it."""
    named = set(re.findall(r"`([^`\n]+)`", (TOP / "docs" / "architecture.md").read_text()))
    paths = {name for name in named if "/" in name and " " not in name and not name.startswith("./")}
    functions = {name for name in named if re.fullmatch(r"bina_\w+", name)}
    assert len(paths) > 40 and len(functions) > 10
    assert [path for path in sorted(paths) if not (TOP / path).exists()] == []
    code = "".join(path.read_text() for folder in ("src", "include") for path in (TOP / folder).rglob("*.[ch]"))
    assert [name for name in sorted(functions) if f"{name}(" not in code] == []


def test_the_commands_of_the_linkage_page_run(tmp_path):
    """As printed, on the lists it names, with the explanation it shows; those of a later year are the same lists again."""
    command = os.environ.get("BINA") or shutil.which("bina")
    if command is None:
        pytest.skip("the bina command is not on the PATH")
    subprocess.run([sys.executable, TOP / "examples" / "lombok-timur" / "generate.py", "--out", tmp_path,
                    "--seed", "7", "--enterprises", "3000"], check=True, capture_output=True)
    for name in ("disperin", "diskop"):
        shutil.copy(tmp_path / f"{name}.csv", tmp_path / f"{name}-2027.csv")
    page = (TOP / "docs" / "linkage.md").read_text()
    lines = [line for block in re.findall(r"^```sh\n(.*?)^```", page, re.M | re.S) for line in block.splitlines()]
    assert len(lines) >= 5
    env = dict(os.environ, PATH=f"{pathlib.Path(command).parent}{os.pathsep}{os.environ['PATH']}")
    for line in lines:
        done = subprocess.run(["sh", "-c", line], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, (line, done.stderr)
        if "--explain" in line:
            assert f"```\n{done.stdout}```" in page
    assert (tmp_path / "again.csv").read_text() == (tmp_path / "entities.csv").read_text()
    assert (tmp_path / "next.csv").read_text().count("\n") == (tmp_path / "entities.csv").read_text().count("\n")
