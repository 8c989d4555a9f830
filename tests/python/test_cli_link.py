"""Protects what people and programs see of `bina link`: output, remarks, refusals, exit codes."""

import csv
import io
import os
import random
import re
import shutil
import subprocess
import time

import pytest

BINA = os.environ.get("BINA") or shutil.which("bina")
pytestmark = pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")


def bina(*arguments, status=0, lang="en", stdin=None):
    """Runs the command; gives what it printed and complained."""
    env = dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="test")
    done = subprocess.run([BINA, "--lang", lang, *map(str, arguments)], env=env, input=stdin,
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return done.stdout, done.stderr


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def people(tmp_path):
    """Two lists of people; rows 1 and 1, 3 and 2 are the same."""
    a, b = tmp_path / "a.csv", tmp_path / "b.csv"
    first = ["anna", "budi", "clara", "dewi", "eka", "fajar", "gita", "hasan", "intan", "joko"]
    last = ["lestari", "santoso", "wijaya", "putri", "nugroho", "hidayat", "permata", "saputra"]
    people = [(f"{f} {s}", f"{1950 + (7 * i + 3 * j) % 50}-0{1 + (i + j) % 9}-1{(i * j) % 9}",
               f"jalan {s[::-1]} {i + 10 * j}")
              for i, f in enumerate(first) for j, s in enumerate(last)]
    a.write_text("name,born,street\n" + "".join(",".join(p) + "\n" for p in people))
    changed = [(n.replace("a", "e", 1), d, s) for n, d, s in people[::2]]
    b.write_text("name,born,street\n" + "".join(",".join(p) + "\n" for p in changed))
    return a, b


def test_link_gives_one_line_for_every_row(people):
    said, _ = bina("link", *people)
    lines = rows(said)
    assert list(lines[0]) == ["file", "row", "entity"]
    assert [(line["file"], line["row"]) for line in lines] == (
        [(str(people[0]), str(n + 1)) for n in range(80)] +
        [(str(people[1]), str(n + 1)) for n in range(40)])
    entity = {(line["file"], int(line["row"])): line["entity"] for line in lines}
    found = sum(entity[str(people[0]), 2 * n + 1] == entity[str(people[1]), n + 1]
                for n in range(40))
    assert found >= 38


@pytest.mark.parametrize("option", ["--out", "--pairs", "--questions", "--save-model"])
def test_where_nothing_can_be_written_is_said_before_the_work(people, tmp_path, option):
    """Not after an hour of linking: no list is even read."""
    for path, said, lang in ((tmp_path / "absent" / "x.csv", f"there is no folder {tmp_path / 'absent'}", "en"),
                             (tmp_path, f"{tmp_path} is a folder", "en"),
                             (tmp_path / "absent" / "x.csv", "tidak ada folder", "id")):
        out, complaint = bina("link", *people, option, path, lang=lang, status=3)
        assert out == "" and said in complaint and option in complaint
        assert "80 rows" not in complaint and "80 baris" not in complaint


@pytest.mark.parametrize("settings, english, indonesian", [
    ("a,b\n", ":1:1: A map was expected here: names with a colon", ":1:1: Di sini seharusnya peta"),
    ("options:\n  - link: [1]\n", ":2:11: A text was expected here", ":2:11: Di sini seharusnya teks"),
    ("thresholds:\n  - link: 1\n", "there are: options, list, column, comparison, blocking, model, parameter.", "yang ada: options"),
    ("options:\n  - lnik: 0.8\n", 'did you mean "link"?', 'maksudnya "link"?'),
    ("column:\n  - {column: nmae, field: x}\n", 'only "name", "born", "street"', 'hanya "name"'),
    ("column:\n  - {column: name, list: c.csv, field: x}\n", 'there is no list "c.csv", only', 'tidak ada daftar "c.csv", hanya'),
    ("comparison:\n  - {field: nmae}\n", 'no list has a column for "nmae": none is called so', "tidak ada yang bernama"),
])
def test_settings_that_are_wrong_say_what_is_right(people, tmp_path, settings, english, indonesian):
    path = tmp_path / "s.yaml"
    path.write_text(settings)
    for said, lang in ((english, "en"), (indonesian, "id")):
        out, complaint = bina("link", *people, "--settings", path, "--quiet", lang=lang, status=3)
        assert out == "" and said in complaint and "s.yaml:" in complaint


def test_link_settings_are_printed_and_used_again(people, tmp_path):
    settings, pairs = tmp_path / "s.yaml", tmp_path / "p.csv"
    first, _ = bina("link", *people, "--save-settings", settings, "--pairs", pairs)
    again, _ = bina("link", *people, "--settings", settings)
    assert first == again
    assert rows(pairs.read_text())[0].keys() >= {"list_a", "row_a", "list_b", "row_b", "weight"}
    settings.write_text(settings.read_text() + "\nfrobnication: 3\n")
    _, complaint = bina("link", *people, "--settings", settings, status=3)
    assert "s.yaml:" in complaint and "frobnication" in complaint


def test_link_saves_a_model_and_links_by_it(people, tmp_path):
    model, pairs, again = tmp_path / "m.yaml", tmp_path / "p.csv", tmp_path / "q.csv"
    first, told = bina("link", *people, "--save-model", model, "--pairs", pairs)
    second, _ = bina("link", *people, "--settings", model, "--pairs", again, "--threads", "2")
    assert first == second and pairs.read_text() == again.read_text()
    assert "120 rows are" in told and "Expected: " in told
    silent, told = bina("link", *people, "--settings", model, "--quiet")
    assert silent == first and told == ""
    model.write_text(model.read_text().replace("level: equal", "level: roughly", 1))
    _, complaint = bina("link", *people, "--settings", model, status=3)
    assert "m.yaml:" in complaint and "roughly" in complaint and "level" in complaint


def test_link_scores_given_pairs(people, tmp_path):
    pairs, scores = tmp_path / "p.csv", tmp_path / "s.csv"
    bina("link", *people, "--pairs", pairs)
    said, _ = bina("link", *people, "--score", pairs)
    assert [(line["row_a"], line["row_b"], line["weight"]) for line in rows(said)] == [
        (line["row_a"], line["row_b"], line["weight"]) for line in rows(pairs.read_text())]
    bina("link", *people, "--score", pairs, "--out", scores)
    assert scores.read_text() == said
    pairs.write_text("row_a,row_b\n81,1\n")
    _, complaint = bina("link", *people, "--score", pairs, status=3)
    assert "no row 81" in complaint


def test_link_names_the_place_of_a_pair_without_rows(people, tmp_path):
    """A bad line among a million is found again: by file, line and column, behind blank lines too."""
    pairs, good = tmp_path / "p.csv", f"{people[0]},1,{people[1]},1\n"
    for bad, column, word in ((f"{people[0]},x,{people[1]},1\n", "row_a", "from 1"),
                              (f"{people[0]},1,{people[1]},99\n", "row_b", "which has 40"),
                              (f"{people[0]},1,c.csv,1\n", "list_b", "only")):
        pairs.write_text("list_a,row_a,list_b,row_b\n" + good + "\n" + bad + good)
        _, complaint = bina("link", *people, "--score", pairs, status=3)
        assert f'{pairs}:4: "{column}": ' in complaint and word in complaint



def test_link_asks_and_learns(people, tmp_path):
    questions, verdicts = tmp_path / "q.csv", tmp_path / "v.csv"
    bina("link", *people, "--questions", questions)
    verdicts.write_text("list_a,row_a,list_b,row_b,same\n" + "".join(
        f"{people[0]},{a},{people[1]},{b},{same}\n"
        for a, b, same in ((1, 1, "tidak"), (3, 40, "Yes"), (5, 3, ""))))
    said, _ = bina("link", *people, "--verdicts", verdicts)
    entity = {(line["file"], line["row"]): line["entity"] for line in rows(said)}
    assert entity[str(people[0]), "1"] != entity[str(people[1]), "1"]
    assert entity[str(people[0]), "3"] == entity[str(people[1]), "40"]
    verdicts.write_text("list_a,row_a,list_b,row_b,same\n%s,1,%s,1,maybe\n" % tuple(people))
    _, complaint = bina("link", *people, "--verdicts", verdicts, status=3)
    assert "v.csv" in complaint and "yes or no" in complaint


def test_link_writes_the_rows_with_their_entities(tmp_path):
    """As they stand in the lists, whatever their columns; one called "row" is not the row's number."""
    first, second, out = (tmp_path / name for name in ("first.csv", "second.csv", "rows.csv"))
    first.write_text('row,nama,desa\n9,"Tenun, Sari",Loyok\n8,Bambu Jaya,\n')
    second.write_text('nama;hp\nTenun, Sari;0812\n"Kopi ""Aik""";\n')
    entities = rows(bina("link", first, second, "--rows", out)[0])
    with out.open(newline="") as file:
        written = list(csv.DictReader(file))
    assert [(row["file"], row["row"], row["entity"]) for row in written] == [
        (row["file"], row["row"], row["entity"]) for row in entities]
    assert [tuple(row.values())[3:] for row in written] == [
        ("9", "Tenun, Sari", "Loyok", ""), ("8", "Bambu Jaya", "", ""),
        ("", "Tenun, Sari", "", "0812"), ("", 'Kopi "Aik"', "", "")]
    _, complaint = bina("link", "-", "--rows", out, status=2, stdin="nama\nTenun\n")
    assert "--rows" in complaint and "file" in complaint


def test_link_explains_two_rows(people):
    where = f"{people[0]}:1,{people[1]}:1"
    said, _ = bina("link", *people, "--explain", where)
    assert "linked" in said.split("\n")[-2]
    indonesian, _ = bina("link", *people, "--explain", where, lang="id")
    assert "ditautkan" in indonesian.split("\n")[-2]
    listed, _ = bina("link", *people, "--explain", where, "--csv")
    total = sum(float(row["weight"]) for row in rows(listed))
    assert float(said.split("\n")[-2].split()[0]) == pytest.approx(total, abs=0.006)
    one, _ = bina("link", people[0], "--explain", "1,3")
    assert "two" in one.split("\n")[-2]
    _, complaint = bina("link", *people, "--explain", "1,3", status=2)
    assert "a.csv:12,b.csv:40" in complaint
    _, complaint = bina("link", *people, "--explain", f"{people[0]}:1,{people[1]}:4000", "--save-model",
                        people[0].parent / "m.yaml", status=2)
    assert "no row 4000" in complaint and "which has 40" in complaint
    assert not (people[0].parent / "m.yaml").exists(), "told before the linking, not after it"


def test_link_thresholds_and_estimates(people, tmp_path):
    files = {name: tmp_path / f"{name}.csv" for name in ("pairs", "expected", "histogram", "unlinkable")}
    bina("link", *people, "--link", "0.99", "--review", "0.9",
         *(part for name, path in files.items() for part in (f"--{name}", path)))
    assert min(float(row["probability"]) for row in rows(files["pairs"].read_text())) >= 0.9
    expected = rows(files["expected"].read_text())
    assert {"threshold", "precision", "recall"} <= expected[0].keys()
    assert "0.99" in [row["threshold"] for row in expected]
    assert {"from", "to", "pairs", "matches"} == rows(files["histogram"].read_text())[0].keys()
    assert files["unlinkable"].read_text().startswith("file,row,weight,probability,missing")
    # As it is written in Indonesia.
    assert bina("link", *people, "--link", "0,99")[0] == bina("link", *people, "--link", "0.99")[0]
    for wrong in (("--link", "7"), ("--link", "0,9,9"), ("--review", "x"), ("--threads", "-2"), ("--threads", "two")):
        bina("link", *people, *wrong, status=2)


def test_a_list_without_rows_is_not_one_without_columns_in_common(people, tmp_path):
    empty, other = tmp_path / "empty.csv", tmp_path / "other.csv"
    empty.write_text("name,born,street\n")
    other.write_text("colour\nred\ngreen\nblue\n")
    _, remarks = bina("link", people[0], empty)
    assert "empty.csv: 0 rows" in remarks and "no column in common" not in remarks
    assert "no column in common" in bina("link", people[0], other)[1]


def test_link_reads_standard_input_and_names_missing_files(people):
    said, _ = bina("link", "-", stdin=people[0].read_text())
    assert len(rows(said)) == 80
    _, complaint = bina("link", "/nowhere/list.csv", status=3)
    assert "/nowhere/list.csv" in complaint


def test_link_tells_what_it_compared_and_as_what(people, tmp_path):
    _, told = bina("link", *people)
    assert f"{people[0]}: 80 rows" in told and f"{people[1]}: 40 rows" in told
    assert re.search(r"^  name +name of a person +name$", told, re.M)
    _, told = bina("link", *people, lang="id")
    assert re.search(r"^  name +nama orang +name$", told, re.M)
    header = tmp_path / "header.csv"
    header.write_text("name,born\n")
    _, told = bina("link", header)
    assert "0 rows" in told and "Nothing is compared" in told
    # Columns of one value tell nothing apart, but they are in common.
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("name,city\n" + 3 * "Anna Lee,Paris\n")
    other.write_text("name,city\n" + 3 * "Bram Bos,Breda\n")
    _, told = bina("link", one, other)
    assert "Nothing is compared" in told and "no column in common" not in told


def test_link_asks_with_what_both_rows_say(people, tmp_path):
    """A question can be answered from the file alone, also when it comes back as a workbook."""
    questions, sheet = tmp_path / "q.csv", tmp_path / "q.xlsx"
    first, _ = bina("link", *people, "--questions", questions, "--link", "0.999")
    asked = rows(questions.read_text())
    assert asked and list(asked[0])[:5] == ["list_a", "row_a", "list_b", "row_b", "same"]
    names = {str(path): rows(path.read_text()) for path in people}
    for question in asked:
        assert question["same"] == ""
        for side in "ab":
            row = names[question[f"list_{side}"]][int(question[f"row_{side}"]) - 1]
            assert question[f"name_{side}"] == row["name"]
    openpyxl = pytest.importorskip("openpyxl")
    bina("link", *people, "--questions", sheet, "--link", "0.999")
    book = openpyxl.load_workbook(sheet)
    book.active["E2"] = "ya"
    book.save(sheet)
    said, _ = bina("link", *people, "--verdicts", sheet, "--link", "0.999")
    entity = {(line["file"], line["row"]): line["entity"] for line in rows(said)}
    assert entity[asked[0]["list_a"], asked[0]["row_a"]] == entity[asked[0]["list_b"], asked[0]["row_b"]]


def test_link_asks_of_columns_of_any_name(people, tmp_path):
    """A column "list", or one of a very long name, must not stand in the way of the answers."""
    questions, long = tmp_path / "q.csv", "street number " * 5 + "x"
    for path in people:
        path.write_text(path.read_text().replace("name,born,street", f"list,born,{long}"))
    settings = tmp_path / "s.yaml"
    settings.write_text(f"comparison:\n  - field: list\n  - field: born\n  - field: {long}\n")
    bina("link", *people, "--questions", questions, "--link", "0.999", "--settings", settings)
    asked = rows(questions.read_text())
    assert asked and asked[0]["list-a"] and asked[0][f"{long}_a"]
    assert asked[0]["list_a"] in map(str, people)


def test_link_refuses_what_makes_no_sense(people, tmp_path):
    again = tmp_path / "again.csv"
    again.symlink_to(people[0])
    for wrong, word in (([people[0], again], "the same file"),
                        ([*people, "--review", "0.9", "--link", "0.5"], '"review" (0.9)'),
                        ([*people, "--threads", "-1"], '"threads"'),
                        ([*people, "--pairs", "-"], "--pairs"),
                        ([*people, "--explain", f"{people[0]}:1,{people[0]}:1"], "one row twice")):
        printed, complaint = bina("link", *wrong, status=2)
        assert word in complaint and printed == ""
    _, complaint = bina("link", *people, "--explain", f"{people[0]}:1,b.csv:1", status=2)
    assert str(people[0]) in complaint.split("only")[1], "names the lists there are"
    assert "80 rows" not in complaint, "before it reads them"


def test_link_never_writes_over_what_it_reads(people, tmp_path):
    """Whoever slips in the name of a file loses no list, and no verdicts."""
    answers = tmp_path / "q.csv"
    answers.write_text(f"list_a,row_a,list_b,row_b,same\n{people[0]},1,{people[1]},1,yes\n")
    before = {path: path.read_bytes() for path in (*people, answers)}
    for wrong, word in ((["--out", people[0]], "--out"), (["--pairs", people[1]], "--pairs"),
                        (["--verdicts", answers, "--questions", answers], "--questions"),
                        (["--out", tmp_path / "x.csv", "--pairs", tmp_path / "x.csv"], "the same file"),
                        (["--out", tmp_path / "x.csv", "--pairs", f"{tmp_path}/./x.csv"], "the same file")):
        printed, complaint = bina("link", *people, *wrong, status=2)
        assert word in complaint and printed == ""
    assert before == {path: path.read_bytes() for path in before} and not (tmp_path / "x.csv").exists()
    bina("link", *people, "--out", "/dev/null", "--pairs", "/dev/null")  # a device takes both


def test_link_names_the_pairs_that_are_none(people):
    _, complaint = bina("link", *people, "--score", people[0], status=3)
    assert str(people[0]) in complaint and '"row_a"' in complaint


def test_link_tells_what_was_meant(people, tmp_path):
    settings = tmp_path / "s.yaml"
    settings.write_text("options:\n  lnik: 0.7\n")
    _, complaint = bina("link", *people, "--settings", settings, status=3)
    assert "s.yaml:2:3" in complaint and 'did you mean "link"?' in complaint
    settings.write_text("column:\n  - {column: stret, field: street}\n")
    _, complaint = bina("link", *people, "--settings", settings, status=3, lang="id")
    assert complaint.splitlines()[-1].endswith(
        'tidak ada daftar yang punya kolom "stret", hanya "name", "born", "street" [column.column]')
    _, complaint = bina("lnik", *people, status=2)
    assert "did you mean link?" in complaint


def test_link_names_the_verdict_that_is_wrong(people, tmp_path):
    verdicts = tmp_path / "v.csv"
    for row_a, row_b, word in (("1", "b", '"row_b"'), ("1", "1000", "no row 1000"),
                               ("x", "1", '"row_a"')):
        verdicts.write_text(f"list_a,row_a,list_b,row_b,same\n{people[0]},1,{people[1]},1,yes\n"
                            f"{people[0]},{row_a},{people[1]},{row_b},no\n")
        _, complaint = bina("link", *people, "--verdicts", verdicts, status=3)
        assert "v.csv:3: " in complaint and word in complaint


def test_saved_settings_explain_themselves(people, tmp_path):
    settings = tmp_path / "s.yaml"
    bina("link", *people, "--save-settings", settings)
    said = settings.read_text()
    for part in ("options", "column", "comparison"):
        assert f"# {part}: " in said and f"\n{part}:\n" in f"\n{said}"
    for old, new, word in (("role: person", "role: persn", "given_name"),
                           ("column: street", "column: stret", '"stret"'),
                           ("compare: words", "compare: wrods", "words"),
                           ("link: 0.7", "link: 7", "link")):
        settings.write_text(said.replace(old, new, 1))
        assert settings.read_text() != said, old
        line = settings.read_text().split("\n").index(next(
            text for text in settings.read_text().split("\n") if new in text)) + 1
        _, complaint = bina("link", *people, "--settings", settings, status=3)
        told = re.search(r"s\.yaml:(\d+): .*\[(\w+\.\w+)\]", complaint)
        assert told and word in complaint and line - 2 <= int(told[1]) <= line, (complaint, line)


def test_what_the_system_refuses_is_told_in_both_languages(people):
    for lang, words in (("en", ("no such file", "folder", "disk is full")),
                        ("id", ("tidak ada", "folder", "disk penuh"))):
        for arguments, word in zip((["/nowhere.csv"], ["/"], [*people, "--out", "/dev/full"]), words):
            if arguments[-1] != "/dev/full" or os.path.exists("/dev/full"):
                _, complaint = bina("link", *arguments, status=3, lang=lang)
                assert word in complaint


def linked_with_peak(*arguments):
    """Runs `bina link`; gives the most memory it had, in bytes."""
    running, peak = subprocess.Popen([BINA, "link", "--quiet", *map(str, arguments)]), 0
    while running.poll() is None:
        with open(f"/proc/{running.pid}/status") as status:
            peak = max([peak] + [int(line.split()[1]) << 10 for line in status if line.startswith("VmHWM")])
        time.sleep(.01)
    assert running.returncode == 0
    return peak


@pytest.mark.skipif(not os.path.exists("/proc/self/status") or "asan" in str(BINA), reason="no peak is told")
def test_link_gets_along_with_the_memory_it_is_given(tmp_path):
    """A list that takes more is linked in less, with the same result."""
    draw = random.Random(5)
    names, streets = (["".join(draw.choices("abdegiklmnoprstu", k=size)) for _ in range(count)]
                      for size, count in ((6, 3000), (8, 4000)))
    people = [[f"{draw.choice(names)} {draw.choice(names)}", f"jalan {draw.choice(streets)} {draw.randrange(99)}",
               f"08{draw.randrange(10 ** 10):010}", f"{draw.randrange(1940, 2005)}-0{draw.randrange(1, 10)}-11"]
              for _ in range(160000)]
    people += [[name[1:], *rest] for name, *rest in draw.sample(people, 30000)]
    path = tmp_path / "people.csv"
    path.write_text("name,street,phone,born\n" + "".join(",".join(row) + "\n" for row in people))
    free = linked_with_peak(path, "--out", tmp_path / "free.csv")
    bound = linked_with_peak(path, "--memory", "48M", "--out", tmp_path / "bound.csv")
    rows = linked_with_peak(path, "--memory", "48M", "--out", os.devnull, "--rows", tmp_path / "rows.csv")
    assert free > 60 << 20, "it would take more"
    assert bound < 52 << 20  # it is looked now and then how much there is
    assert rows < 54 << 20, "the rows are not kept: that took ten more"
    assert (tmp_path / "bound.csv").read_bytes() == (tmp_path / "free.csv").read_bytes()
    with (tmp_path / "rows.csv").open() as written, path.open() as read:  # written as they are read again
        assert all(new.partition(",")[2].endswith(old) for new, old in zip(written, read, strict=True))
