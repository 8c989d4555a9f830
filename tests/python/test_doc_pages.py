"""The commands and blocks of the README and of the pages on linkage, as a reader would type them, on lists of the
example. What is of a reader's own (a form, a number that was seen) is put in their place."""

import re
import shutil
import types

import pytest

import bina
from doc_pages import BINA, TOP, blocks, make_lists, run_page, run_shell

pytestmark = pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    make_lists(tmp_path, 400)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def register(folder):
    run_shell("""bina init lotim.db --office 52.03/1
        bina import lotim.db disperin.xlsx --quiet
        bina import lotim.db diskop.csv --quiet
        bina reconcile lotim.db --quiet""", folder)
    return folder / "lotim.db"


def commands(page):
    text = "".join(block for _, block in blocks(page, "sh")).replace("\\\n", " ")
    return [line for line in text.splitlines() if line.startswith("bina ")]


def test_the_readme_makes_a_register(folder):
    shutil.copytree(TOP / "examples/two-lists", folder / "examples/two-lists")
    lines = commands("README.md")
    assert len(lines) >= 11
    for line in lines:
        if line.startswith("bina serve"):
            continue  # stays until Ctrl-C; tests/python/test_serve.py
        if line.startswith("bina card"):
            with bina.open("lotim.db") as reg:
                line = line.replace("9120003456780", reg.enterprises.first().number)
        run_shell(line, folder, BINA_ACTOR="Sri Wahyuni")
    for page in ("look.html", "statement.html", "card.html"):
        assert "</html>" in (folder / page).read_text()
    assert (folder / "ask.xlsx").stat().st_size > 4000
    assert len((folder / "entities.csv").read_text().splitlines()) > 150


def test_the_page_on_matching_runs(register):
    columns = "nama,desa,kecamatan,telepon\n"
    for name, villages in (("dinas", ("Loyok", "Sikur")), ("koperasi", ("Sikur", "Loyok"))):
        (register.parent / f"{name}.csv").write_text(columns + "".join(
            f"{craft} {owner},{villages[i % 2]},Sikur,08170{n:03d}{i:03d}\n"
            for n, craft in enumerate(("Tenun", "Bambu", "Gerabah", "Dodol", "Terasi"))
            for i, owner in enumerate(("Lestari", "Jaya", "Barokah", "Mandiri", "Maju", "Rinjani"))))
    with bina.open(register) as reg:
        scope, seen = {"bina": bina, "reg": reg}, []
        printed = run_page("docs/matching.md", register.parent, scope=scope, BINA_ACTOR="Sri Wahyuni")
        row = next(row for row in reg.source_records if row.owner_name and row.phone and row.village)
        typed = {"owner": row.owner_name, "village": row.village, "phone": row.phone, "product": row.product}
        scope["on_change"](types.SimpleNamespace(
            twins=types.SimpleNamespace(clear=seen.clear, add=lambda *twin: seen.append(twin)),
            **{name: types.SimpleNamespace(get=lambda text=text: text) for name, text in typed.items()}))
    assert all(line.split()[0] in ("dinas.csv", "koperasi.csv") for line in printed)
    assert scope["row"] == 31
    assert seen and seen[0][0].startswith("E-") and isinstance(seen[0][1], int)


def test_the_page_on_linkage_scores_for_an_engine(folder):
    """The block calls another engine; a plain list of pairs stands for it where there is none."""
    bina.link("disperin.csv", "diskop.csv").save("model.yaml")
    for a, b in (("disperin", "left"), ("diskop", "right")):
        (folder / f"{b}.csv").write_bytes((folder / f"{a}.csv").read_bytes())
    pairs = [{"list_a": "l", "row_a": 1 + n, "list_b": "r", "row_b": 1 + n} for n in range(9)]
    scope = {"bina": bina, "right": bina.read_csv("right.csv"),
             "duckdb": types.SimpleNamespace(sql=lambda text: pairs)}
    for _, block in blocks("docs/linkage.md", "python"):
        exec(compile(block, "linkage.md", "exec"), scope)
    assert len(list(scope["scores"])) == 9


def test_the_page_on_reviewing_runs(register):
    lines = [re.sub(" +#.*", "", line) for line in commands("docs/reviewing.md")]
    assert len(lines) >= 8
    for line in lines:
        if not line.startswith("bina serve"):
            run_shell(line.replace("--region 52.03.02", ""), register.parent, BINA_ACTOR="Sri Wahyuni")
    with bina.open(register) as reg:
        before = len(list(reg.review()))
        assert before > 1, "also of who opened the register without a name"
        scope = {"bina": bina, "reg": reg, "print": lambda *words: None}  # names of persons stay off the log
        for _, block in blocks("docs/reviewing.md", "python"):
            exec(compile(block.replace(', region="52.03.02"', ""), "reviewing.md", "exec"), scope)
        assert scope["commit"] > 0 and 0 < len(list(reg.review())) < before, "the last verdict was undone"


def test_the_page_on_a_first_look_runs(folder):
    printed = run_page("docs/look.md", folder)
    assert re.fullmatch(r"\d+ \d+ \d+", printed[0])
    assert 'lang="id"' in (folder / "look.html").read_text()


def test_the_page_on_similarity_runs(tmp_path):
    scope = {}
    lines = [line for _, block in blocks("docs/similarity.md", "python") for line in block.splitlines()]
    for line in lines[:1] + [f"print({lines[1]})"] + lines[2:]:
        exec(line, scope)
    similarity = scope["similarity"]
    assert round(similarity.jaro_winkler("martha", "marhta"), 3) == 0.961
    assert (similarity.levenshtein("kitten", "sitting"), similarity.osa("5203", "5230")) == (3, 1)


def test_the_page_on_pictures_runs(tmp_path, monkeypatch):
    pytest.importorskip("matplotlib")
    monkeypatch.chdir(tmp_path)
    with bina.open("sultra.db") as reg:
        for n, region in enumerate(("74.71", "74.01", "74.02", "74.01")):
            reg.enterprises.add(name=f"Usaha {n}", region=region, status="active", began="2019-01-01")
    for _, block in blocks("docs/pictures.md", "python"):
        exec(compile(block, "pictures.md", "exec"), {})
    assert (tmp_path / "sultra.png").stat().st_size > 10_000


def test_the_page_on_the_statement_runs(register):
    with bina.open(register) as reg:
        number = reg.enterprises.first().number
    issued = []
    for line in commands("docs/statement.md"):
        run_shell(line.replace("E-52K7-3M4Q-X", number), register.parent, BINA_ACTOR="Sri Wahyuni")
        if "page.html" in line:
            issued.append((register.parent / "page.html").read_bytes())
    assert len(issued) == 2 and issued[0] == issued[1], "again, the same to the letter"
