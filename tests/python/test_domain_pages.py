"""The blocks of the pages on programmes and on grants run as written, from an empty folder: shell, then Python."""

import os
import pathlib
import re
import shutil
import subprocess

import pytest

BINA = os.environ.get("BINA") or shutil.which("bina")
DOCS = pathlib.Path(__file__).parent.parent.parent / "docs"


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```", (DOCS / page).read_text(), re.M | re.S)


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
@pytest.mark.parametrize("page, file, said, complained", [
    ("programmes.md", "programmes.yaml", ["postponed", "2022-06-07", "asked for it (5 of 5)"], ["unknown"]),
    ("grants.md", "grants.yaml", ["HB/2021/7", "SK/12/2021", "25,000,000"], ["fund.ceiling: "]),
])
def test_the_shell_of_a_page_runs(tmp_path, page, file, said, complained):
    (tmp_path / file).write_text(blocks(page, "yaml")[0])
    environment = dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="Petugas Contoh",
                       PATH=f"{pathlib.Path(BINA).parent}:{os.environ['PATH']}")
    shell = blocks(page, "sh")
    assert len(shell) == 1
    done = subprocess.run(["sh", "-eu", "-c", shell[0]], cwd=tmp_path, env=environment, capture_output=True,
                          text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    for words in said:
        assert words in done.stdout
    for words in complained:
        assert words in done.stderr


@pytest.mark.parametrize("page, file, said", [
    ("programmes.md", "programmes.yaml", ["batch.seats", "enrolled", "genuine"]),
    ("grants.md", "grants.yaml", ["fund.ceiling", "partly_handed_over 1", "handed_over 3"]),
])
def test_the_python_of_a_page_runs(tmp_path, monkeypatch, capsys, page, file, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / file).write_text(blocks(page, "yaml")[0])
    for block in blocks(page, "python"):
        exec(compile(block, page, "exec"), {})
    printed = capsys.readouterr().out
    for words in said:
        assert words in printed
