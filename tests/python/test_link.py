"""bina.link: files, frames and lists of dicts into entities."""

import csv
import random
import re
import sys

import pytest

import bina

VILLAGES = ["Pringgasela", "Loyok", "Masbagik", "Kembang Kerang", "Sukamulia", "Labuhan Haji"]
CRAFTS = ["Tenun", "Bambu", "Gerabah", "Kerupuk", "Dodol", "Songket", "Anyaman", "Terasi", "Keripik",
          "Kopi"]
NAMES = ["Lestari", "Jaya", "Sari", "Mandiri", "Barokah", "Maju"]


def shops():
    return [{"nama": f"{craft} {name}", "desa": VILLAGES[(i * 5 + j) % 6], "tahun": 1990 + i + j}
            for i, craft in enumerate(CRAFTS) for j, name in enumerate(NAMES)]


def entity_of(result):
    return {(row.file, row.row): row.entity for row in result.entities}


def test_the_same_rows_in_two_lists_are_one_entity():
    rows = shops()
    result = bina.link(dinas=rows, koperasi=list(reversed(rows)))
    entities = entity_of(result)
    assert len(entities) == 120, "one line for every input row"
    same = sum(entities["dinas", n + 1] == entities["koperasi", 60 - n] for n in range(60))
    assert same >= 57
    assert {row.verdict for row in result.pairs} <= {"match", "review"}


AMINAH = {"nama": "Siti Aminah", "alamat": "Jl. Melati 5", "hp": "081234567890"}
OTHERS = [{"nama": "Budi Santoso", "alamat": "Jl. Mawar 12", "hp": "081298765432"},
          {"nama": "Ahmad Fauzi", "alamat": "Jl. Kenanga 3", "hp": "081311112222"},
          {"nama": "Dewi Lestari", "alamat": "Jl. Anggrek 7", "hp": "081355556666"}]
AGAIN = {"nama": "Siti Aminnah", "alamat": "Jln Melati No. 5", "hp": "0812-3456-7890"}


@pytest.mark.parametrize("lists, together", [
    ([[AMINAH, AMINAH]], 2), ([[AMINAH], [AMINAH]], 2), ([[AMINAH], [AGAIN]], 2),
    ([[AMINAH], OTHERS[:1]], 1), ([[AMINAH, *OTHERS]], 1), ([[AMINAH, *OTHERS, AGAIN]], 2),
    ([[AMINAH, *OTHERS[:2]], [OTHERS[2], AGAIN]], 2),
    ([[{"nama": row["nama"]} for row in (AMINAH, *OTHERS[:2], AMINAH)]], 2)])
def test_a_handful_of_rows_is_enough(lists, together):
    """What somebody types in to try it: there is next to nothing to learn chance from."""
    entities = [row.entity for row in bina.link(*lists).entities]
    assert len(entities) - len(set(entities)) == together - 1


JOHN = {"name": "John Smith", "city": "Boston", "phone": "617-555-0142"}
JON = {"full name": "Jon Smith", "town": "Boston", "tel": "6175550142"}
BEN = [{"surname": "Miller", "given_name": "Anna", "born": "2001-04-02", "street": "5 Rose Lane"},
       {"surname": "Stone", "given_name": "David", "born": "1999-12-11", "street": "8 Dale Road"}]
ANNA = [{"surname": "Miller", "given_name": "Ben", "born": "2003-09-12", "street": "5 Rose Lane"},
        {"surname": "Stone", "given_name": "David", "born": "1999-12-11", "street": "8 Dale Rd"}]
HAMMER = {"sku": "A-1001", "description": "Steel hammer 500g"}


@pytest.mark.parametrize("lists, together", [
    ([[JOHN], [JON]], 2), ([[JOHN, JOHN, JOHN]], 3), ([BEN, ANNA], 2),
    ([[HAMMER, {"sku": "A-1002", "description": "Screwdriver set 6 pcs"}],
      [{"sku": "A1001", "description": "Hammer, steel, 500 gr"}]], 2)])
def test_what_is_usual_is_known_beforehand(lists, together):
    """A name short of a letter, rows all alike, brother and sister of one house, a weight in two ways."""
    entities = [row.entity for row in bina.link(*lists).entities]
    assert len(entities) - len(set(entities)) == together - 1


def test_a_number_that_fills_a_box_counts_where_few_have_it():
    """0812-3456-7890 in two rows is a telephone as in any made-up list; in every fifth of a hundred it is none."""
    few = [{"nama": "Budi", "hp": "0812-3456-7890"}, {"nama": "Ani", "hp": "081298765432"},
           {"nama": "Budi", "hp": "+6281234567890"}, {"nama": "Budi", "hp": "081311112222"}]
    assert [row.entity for row in bina.link(few).entities] == [1, 2, 1, 3]
    many = [{"nama": f"Budi {chr(97 + i % 26)}{chr(97 + i // 26)}", "desa": f"Desa {i % 7}",
             "hp": "081234567890" if i % 5 == 0 else f"0819{7919 * i % 1000000:07}"} for i in range(100)]
    result = bina.link(many)
    assert len({row.entity for row in result.entities}) == 100
    reasons = {reason.field: reason for reason in result.explain("list 1", 1, "list 1", 6)}
    assert reasons["hp"].weight == 0
    assert all(twin.weight < 0 for twin in result.match({"nama": "Ani Lestari", "desa": "Desa 0", "hp": "081234567890"}))


def test_a_number_tells_names_apart():
    """State primary school 1 is not number 2, nor a cable of 1 m one of 2 m; the house number of an address may be wrong."""
    schools = [{"nama sekolah": name, "kecamatan": "Selong"} for name in ("SDN 1 Selong", "SDN 2 Selong", "SD Negeri 1 Selong")]
    schools += [{"nama sekolah": "SMPN 1 Masbagik", "kecamatan": "Masbagik"}, {"nama sekolah": "MTs Al Ikhlas", "kecamatan": "Sikur"}]
    result = bina.link(schools)
    assert [row.entity for row in result.entities] == [1, 2, 1, 3, 4]
    said = {reason.field: reason for reason in result.explain("list 1", 1, "list 1", 2)}["nama sekolah"]
    assert said.reason == "nama sekolah: share words, but not the number"
    assert said.alasan == "nama sekolah: ada kata yang sama, tetapi nomornya tidak"
    parts = [{"title": title} for title in ("Night Train to Kiev II", "Night Train to Kiev III", "The 1st Blue Harbour Regatta",
                                            "The 2nd Blue Harbour Regatta", "Winter Songs of the North")]
    reason = {reason.field: reason.reason for reason in bina.link(parts).explain("list 1", 1, "list 1", 2)}["title"]
    assert reason == "title: share words, but not the number"
    reason = {reason.field: reason.reason for reason in bina.link(parts).explain("list 1", 3, "list 1", 4)}["title"]
    assert reason == "title: share words, but not the number"
    homes = [{"nama": "Siti Aminah", "alamat": "Jalan Melati Indah 5"}, {"nama": "Siti Aminah", "alamat": "Jalan Melati Indah 6"},
             {"nama": "Rudi Hartono", "alamat": "Jalan Mawar 1"}, {"nama": "Lalu Ahmad", "alamat": "Gang Kenanga 3"}]
    said = {reason.field: reason for reason in bina.link(homes).explain("list 1", 1, "list 1", 2)}
    assert [row.entity for row in bina.link(homes).entities] == [1, 1, 2, 3] and "but not the number" not in str(said)


def test_files_are_called_by_their_path(tmp_path):
    path = tmp_path / "dinas.csv"
    path.write_text("nama,desa\nTenun Sari,Loyok\nBambu Jaya,Masbagik\n")
    result = bina.link(str(path), [{"nama": "Tenun Sari", "desa": "Loyok"}])
    assert [(row.file, row.row) for row in result.entities] == [
        (str(path), 1), (str(path), 2), ("list 2", 1)]


def test_rows_of_a_file_are_called_as_other_readers_number_them(tmp_path):
    """What is passed over (a blank row, a sum) does not move the rows behind it."""
    path = tmp_path / "dinas.csv"
    path.write_text("nama,desa,pekerja\nTenun Sari,Loyok,2\n,,\nBambu Jaya,Masbagik,3\nJumlah,,5\nTenun Sari,Loyok,2\n")
    with path.open(newline="") as file:
        said = {number: row["nama"] for number, row in enumerate(csv.DictReader(file), 1)}
    result = bina.link(str(path))
    found = entity_of(result)
    assert [said[row] for _, row in found] == ["Tenun Sari", "Bambu Jaya", "Tenun Sari"]
    assert found[str(path), 1] == found[str(path), 5]
    assert {column["column"] for column in result.settings["column"]} == {"nama", "desa", "pekerja"}
    with pytest.raises(bina.NotFoundError, match="row 2 .* was passed over"):
        result.explain(str(path), 1, str(path), 2)


def test_verdicts_outrank_scores():
    rows = shops()
    result = bina.link(a=rows, b=rows, verdicts=[("a", 1, "b", 1, False), ("a", 2, "b", 7, True)])
    entities = entity_of(result)
    assert entities["a", 1] != entities["b", 1]
    assert entities["a", 2] == entities["b", 7]


def test_every_weight_is_explained():
    rows = shops()
    result = bina.link(a=rows, b=rows)
    pair = result.pairs.first()
    reasons = result.explain(pair.list_a, pair.row_a, pair.list_b, pair.row_b).to_list()
    assert sum(reason.weight for reason in reasons) == pytest.approx(pair.weight, abs=1e-6)
    assert all(reason.reason and reason.alasan for reason in reasons)
    with pytest.raises(KeyError):
        result.explain("a", 1000, "b", 1)


def test_settings_that_were_applied_make_the_same_run():
    rows = shops()
    first = bina.link(a=rows, b=rows)
    again = bina.link(a=rows, b=rows, settings=first.settings)
    assert entity_of(first) == entity_of(again)
    assert {row.field for row in first.parameters} >= {"prior", "nama"}


def test_settings_can_be_a_file(tmp_path):
    path = tmp_path / "settings.yaml"
    path.write_text("options:\n  link: 0.95\ncomparison:\n  - field: nama\n  - {field: desa, compare: exact}\n")
    result = bina.link(a=shops(), b=shops(), settings=path)
    assert [item["field"] for item in result.settings["comparison"]] == ["nama", "desa"]
    assert result.settings["options"][0]["link"] == 0.95
    path.write_text("comparison:\n  - {field: nama, compare: magic}\n")
    with pytest.raises(bina.Error) as caught:
        bina.link(a=shops(), settings=path)
    assert caught.value.file == str(path) and caught.value.line == 2
    path.write_text("comparison:\n  - {feld: nama}\n")
    with pytest.raises(bina.InvalidError) as caught:
        bina.link(a=shops(), settings=path)
    assert {fault.line for fault in caught.value.faults} == {2}


def test_wrong_settings_are_refused():
    with pytest.raises(bina.UsageError, match="treshold"):
        bina.link(a=shops(), settings={"treshold": 1})
    with pytest.raises(bina.UsageError, match="linc"):
        bina.link(a=shops(), settings={"options": {"linc": 0.9}})
    with pytest.raises(bina.Error):
        bina.link(a=shops(), settings={"comparisons": [{"field": "nama", "compare": "magic"}]})


@pytest.mark.parametrize("source", [3, b"bytes", {"nama": "x"}, [1, 2]])
def test_what_is_no_list_is_refused(source):
    with pytest.raises(bina.UsageError):
        bina.link(a=source)


def test_nothing_to_link_is_refused():
    with pytest.raises(bina.UsageError):
        bina.link()


@pytest.mark.parametrize("keywords, meant", [
    ({"setings": {"options": {"link": .9}}}, "did you mean settings=?"),
    ({"setings": "s.yaml"}, "did you mean settings=?"),
    ({"threshold": .8}, r"settings={'options': {'link': 0.8}}"),
    ({"threads": 2}, r"settings={'options': {'threads': 2}}"),
    ({"thread": 2}, r"settings={'options': {'threads': 2}}"),
    ({"b": ["a.csv", "b.csv"]}, "files are given one by one"),
    ({"settings": {"link": .8}}, r"it is an option: settings={'options': {'link': ...}}"),
    ({"settings": {"optoins": {}}}, "did you mean 'options'?"),
    ({"settings": {"options": {"lnik": .8}}}, "did you mean 'link'?"),
    ({"settings": {"options": {"threshold": .8}}}, "did you mean 'link'?"),
    ({"settings": {"options": .8}}, "a dict, or a list of dicts, not 0.8"),
    ({"settings": ["options"]}, "settings are a dict, or the path of a YAML file, not list"),
    ({"verdicts": [{"list_a": "a", "row": 1}]}, "a verdict is"),
    ({"verdicts": ["yes"]}, "a verdict is"),
    ({"verdicts": [("a", 1, "a", 2, "maybe")]}, "is True or False, not 'maybe'"),
    ({"verdicts": [("a", "first", "a", 2, True)]}, "numbers, from 1, not 'first'"),
])
def test_what_was_meant_is_said_of_a_slip(keywords, meant):
    with pytest.raises(bina.UsageError, match=re.escape(meant)):
        bina.link(a=shops(), **keywords)


def test_verdicts_may_be_dicts():
    rows = shops()
    given = [{"list_a": "a", "row_a": 1, "list_b": "b", "row_b": 1, "same": False}]
    entities = entity_of(bina.link(a=rows, b=rows, verdicts=given))
    assert entities["a", 1] != entities["b", 1]


def test_verdicts_may_be_a_file_or_a_frame(tmp_path):
    """What the command writes as questions and people answered is an answer in Python, too."""
    rows, path = shops(), tmp_path / "q.csv"
    path.write_text("list_a,row_a,list_b,row_b,name_a,same\na,1,b,1,x, Tidak \na,2,b,2,y,?\na,3,b,3,z,\n")
    entities = entity_of(bina.link(a=rows, b=rows, verdicts=path))
    assert entities["a", 1] != entities["b", 1] and entities["a", 2] == entities["b", 2]
    for frame in ("pandas", "polars"):
        module = sys.modules.get(frame) or pytest.importorskip(frame)
        given = module.DataFrame({"list_a": ["a"], "row_a": [1], "list_b": ["b"], "row_b": [1], "same": [False]})
        entities = entity_of(bina.link(a=rows, b=rows, verdicts=given))
        assert entities["a", 1] != entities["b", 1]


def test_verdicts_of_a_file_name_what_is_missing_or_strange(tmp_path):
    path = tmp_path / "q.csv"
    for text, told in (("row_a,row_b\n1,2\n", '"same"'), ("row_a,row_b,same\n1,2,maybe\n", "'maybe'"),
                       ("row_a,row_b,same\n1,2,no\n", None)):
        path.write_text(text)
        if told is None:
            assert bina.link(a=shops(), verdicts=str(path)).summary.rows == 60
        else:
            with pytest.raises(bina.UsageError, match=told):
                bina.link(a=shops(), verdicts=str(path))


def test_a_plan_of_polars_and_a_row_of_pandas_are_taken():
    polars, pandas = pytest.importorskip("polars"), pytest.importorskip("pandas")
    result = bina.link(a=polars.DataFrame(shops()).lazy(), b=shops())
    assert result.summary.rows == 120
    assert result.match(pandas.DataFrame(shops()).iloc[7]).first().row == 8


def test_two_columns_of_one_name_are_refused_by_name():
    pandas = pytest.importorskip("pandas")
    with pytest.raises(bina.UsageError, match="two columns of the frame are called 'nama'"):
        bina.link(pandas.DataFrame([["Tenun", "Loyok"]], columns=["nama", "nama"]))


def test_numbers_that_a_frame_made_real_are_the_numbers_they_were():
    """pandas reads a column of telephones or NIK with one cell empty as real numbers."""
    lot = random.Random(5)
    people = [(f"{a} {b}", 81800000000 + lot.randrange(10**8), 5203010000000000 + lot.randrange(10**9))
              for a in NAMES for b in NAMES]
    rows = [{"nama": name, "hp": phone, "nik": nik} for name, phone, nik in people]

    def reals(rows):
        return [{**row, "hp": float(row["hp"]), "nik": float(row["nik"])} for row in rows] + [
            {"nama": "Inaq Tanpa Nomor", "hp": None, "nik": float("nan")}]

    result = bina.link(a=reals(rows), b=rows)
    assert {(c["column"], c["role"]) for c in result.settings["column"]} == {
        ("nama", "person"), ("hp", "phone"), ("nik", "nik")}
    said = {r.field: (r.value_a, r.value_b) for r in result.explain("a", 7, "b", 7)}
    assert said["nik"] == (str(people[6][2]),) * 2
    first = {"nama": "Orang Lain", "hp": float(people[6][1]), "nik": float(people[6][2])}
    assert {(twin.list, twin.row) for twin in result.match(first)} >= {("a", 7), ("b", 7)}


def test_entities_stand_in_the_order_of_a_frame():
    """So that they can be put beside its rows: none is passed over, not even an empty one."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(shops()[:6] + [{}] + shops()[:6], index=list("abcdefghijklm"))
    entities = bina.link(usaha=frame).entities.to_pandas()
    assert list(entities["row"]) == list(range(1, 14))
    frame["entity"] = entities["entity"].values
    assert frame.loc["a", "entity"] == frame.loc["h", "entity"]


def test_progress_is_told_and_can_stop_the_work():
    stages = []
    bina.link(a=shops(), progress=lambda stage, done, total: stages.append(stage))
    assert len(set(stages)) >= 3

    def stop(stage, done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bina.link(a=shops(), progress=stop)


def test_results_outlive_the_linkage():
    view = bina.link(a=shops()).entities
    rows = iter(view)
    del view
    assert sum(1 for _ in rows) == 60


def test_data_frames_are_lists():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(shops())
    frame.loc[3, "desa"] = None
    result = bina.link(a=frame, b=frame)
    assert len(result.entities.to_pandas()) == 120


def test_arrow_tables_and_polars_frames_are_lists():
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.Table.from_pylist(shops())
    assert len(bina.link(a=table, b=shops()).entities.to_list()) == 120
    polars = pytest.importorskip("polars")
    assert len(bina.link(a=polars.DataFrame(shops())).entities.to_list()) == 60


class Stream:
    """Arrow without pyarrow: a view of the library's own is a stream like any other."""

    def __init__(self, view):
        self.view = view

    def __arrow_c_stream__(self, requested_schema=None):
        return self.view.__arrow_c_stream__()


def test_arrow_streams_need_no_arrow_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    csv = bina.read_csv(b"nama,desa\nTenun Sari,Loyok\nBambu Jaya,Masbagik\n")
    result = bina.link(a=Stream(csv), b=shops())
    assert len(result.entities.to_list()) == 62


def test_a_saved_model_weighs_the_same(tmp_path):
    """Saved and loaded as YAML, a model gives weights equal to the last bit, and is not fitted again."""
    rows, path = shops(), tmp_path / "model.yaml"
    fitted = bina.link(a=rows, b=rows[7:])
    fitted.save(path)
    for settings in (path, str(path), fitted.model):
        frozen = bina.link(a=rows, b=rows[7:], settings=settings)
        assert [row.asdict() for row in frozen.pairs] == [row.asdict() for row in fitted.pairs]
        assert frozen.model == fitted.model
    other = bina.link(a=rows[:30], b=rows[20:40], settings=path)
    assert other.model["parameter"] == fitted.model["parameter"]
    fitted.save(path, model=False)
    assert "parameter" not in path.read_text() and "comparison:" in path.read_text()
    assert [row.weight for row in bina.link(a=rows, b=rows[7:], settings=path).pairs] == [
        row.weight for row in fitted.pairs]


def test_a_model_of_columns_called_by_whole_questions_is_saved(tmp_path):
    """Forms call their columns by the question: long, and alike for longer than any buffer."""
    question = "Nama lengkap sesuai dengan kartu tanda penduduk yang masih berlaku, dari "
    names = ["Kartini", "Sumarni", "Wahyudin", "Lestari", "Bagus", "Rukmini", "Slamet", "Hartono"]
    rows = [{question + "pemilik usaha": f"{a} {b}", question + "orang tua pemilik": f"{c} {a}"}
            for n, a in enumerate(names) for b, c in zip(names[n:], names)]
    first = bina.link(rows, rows)
    assert {one["field"] for one in first.settings["comparison"]} == set(rows[0])
    first.save(tmp_path / "model.yaml")
    again = bina.link(rows, rows, settings=tmp_path / "model.yaml")
    assert [row.asdict() for row in again.pairs] == [row.asdict() for row in first.pairs]


def test_a_column_called_like_the_field_of_another_list_belongs_to_it():
    """What is said of one list's column holds for the columns of that name on the others."""
    said, other = ([{name: f"{a} {b}", "desa": b} for a in ("Kartini", "Sumarni", "Wahyudin")
                    for b in ("Lestari", "Bagus", "Rukmini", "Slamet")] for name in ("pemilik", "nama"))
    result = bina.link(said, other, settings={"column": {"column": "pemilik", "field": "nama"}})
    assert sorted(one["field"] for one in result.settings["comparison"]) == ["nama", "village"]
    assert sorted((one["column"], one["field"]) for one in result.settings["column"]) == [
        ("desa", "village"), ("nama", "nama"), ("pemilik", "nama")]
    assert len(list(bina.link(said, other, settings=result.model).entities)) == 24


def test_a_model_that_does_not_fit_is_refused_where_it_is_wrong(tmp_path):
    rows, path = shops(), tmp_path / "model.yaml"
    bina.link(a=rows, b=rows).save(path)
    lines = path.read_text().split("\n")
    at = next(n for n, line in enumerate(lines) if "level: equal" in line)
    lines[at] = lines[at].replace("equal", "roughly")
    path.write_text("\n".join(lines))
    with pytest.raises(bina.InvalidError, match="roughly") as caught:
        bina.link(a=rows, b=rows, settings=path)
    assert caught.value.file == str(path) and caught.value.field == "level"
    assert abs(caught.value.line - (at + 1)) <= 1  # the line where the record begins


def test_threads_do_not_change_anything():
    rows = shops()
    pairs = [[row.asdict() for row in bina.link(a=rows, b=rows, settings={"options": {"threads": n}}).pairs]
             for n in (1, 2, 7)]
    assert pairs[0] == pairs[1] == pairs[2]
    with pytest.raises(bina.Error):
        bina.link(a=rows, settings={"options": {"threads": -1}})


def test_what_the_model_expects():
    rows = shops()
    result = bina.link(a=rows, b=rows)
    summary = result.summary
    assert (summary.lists, summary.rows) == (2, 120)
    assert summary.entities == len({row.entity for row in result.entities})
    at_half = result.expected(0.5)
    links = [row.probability for row in result.pairs if row.probability >= 0.5]
    assert at_half.links == len(links) and at_half.precision == at_half.right / at_half.links
    assert at_half.right == pytest.approx(60, abs=4)  # so many shops are on both lists
    assert summary.precision > 0.9 and summary.recall > 0.9
    assert 0.7 in [row.threshold for row in result.expectations]  # where links begin, unless said otherwise
    assert sum(row.pairs for row in result.histogram()) == pytest.approx(
        sum(row.pairs for row in result.histogram(0.5)))
    with pytest.raises(bina.InvalidError):
        result.expected(2)


def test_rows_that_say_too_little_are_told():
    rows = shops() + [{"desa": "Loyok"}]
    result = bina.link(a=rows, b=shops())
    assert ("a", 61) in [(row.file, row.row) for row in result.unlinkable]
    assert "nama" in next(row.missing for row in result.unlinkable if row.row == 61)
    assert sum(row.rows for row in result.gaps) == 121
    assert sum(row.unlinkable for row in result.gaps) == len(result.unlinkable.to_list()) == result.summary.unlinkable


def test_a_field_of_too_many_columns_is_refused():
    """More could not be joined: that some of them would be left out must not go unnoticed."""
    rows = [{f"c{n}": f"word{(n * 7 + i) % 50}" for n in range(17)} for i in range(20)]

    def settings(count):
        return {"columns": [{"column": f"c{n}", "field": "all"} for n in range(count)],
                "comparisons": [{"field": "all", "compare": "words"}]}

    assert bina.link(a=rows, settings=settings(16)).summary.rows == 20
    with pytest.raises(bina.Error, match='16 columns of list "a"'):
        bina.link(a=rows, settings=settings(17))


@pytest.mark.parametrize("columns", [5, 8, 14])
def test_more_columns_never_tell_less(columns):
    """Everything is there twice, one cell in twelve misspelt: by five columns and more no pair is in
    doubt, however far beyond doubt the others are."""
    lot = random.Random(columns)
    words = ["".join(lot.choice("bdgklmnprst") + lot.choice("aeiou") for _ in range(4))
             for _ in range(900)]

    def write(word):
        return word[:3] + lot.choice("bdgklm") + word[4:] if lot.random() < 1 / 12 else word

    things = [[lot.choice(words) for _ in range(columns)] for _ in range(500)]
    rows = [{f"c{n}": write(word) for n, word in enumerate(thing)}
            for thing in things for _ in range(2)]
    found = entity_of(bina.link(things=rows))
    together = sum(found["things", n] == found["things", n + 1] for n in range(1, 1001, 2))
    assert together >= 498
    assert len(set(found.values())) >= 500


@pytest.mark.parametrize("changes", [False, True])
def test_a_column_called_date_is_compared_where_it_stays(changes):
    """By its name a date is of a visit; where rows that are surely one have the same, it is not."""
    lot = random.Random(1)

    def date():
        return f"20{lot.randrange(10, 24)}-{lot.randrange(1, 13):02}-{lot.randrange(1, 29):02}"

    first = [{"email": f"{name}{lot.randrange(10000)}@example.org", "date": date(), "remarks": "ok"}
             for name in NAMES for _ in range(40)]
    second = [row | ({"date": date()} if changes else {}) for row in first]
    compared = {column["column"] for column in bina.link(a=first, b=second).settings["column"]
                if column.get("field")}
    assert compared == ({"email"} if changes else {"email", "date"})


def test_codes_shared_by_columns_of_other_names_bring_them_together():
    lot = random.Random(2)
    codes = [f"{lot.choice('ABCDEF')}{lot.choice('GHJK')}{lot.randrange(10**6):06}" for _ in range(400)]
    first = [{"sku": code, "age": lot.randrange(90)} for code in codes[:250]]
    second = [{"code": code, "age": lot.randrange(90)} for code in codes[200:]]
    result = bina.link(a=first, b=second)
    found = entity_of(result)
    assert sum(found["a", 201 + n] == found["b", 1 + n] for n in range(50)) >= 45


def test_addresses_of_one_provider_are_told_apart_by_a_letter():
    """What stands behind the @ is the same for all: it must not hide a slip before it."""
    lot = random.Random(3)
    rows = []
    for n in range(400):
        name = "".join(lot.choices("abdeiklmnorstu", k=7)) + str(lot.randrange(100))
        year = lot.randrange(1980, 2000)
        for _ in range(2):
            at = lot.randrange(1, 7)
            written = name[:at] + name[at + 1:] if n % 3 == 0 else name
            rows.append({"email": f"{written}@example.org", "born": year})
    found = entity_of(bina.link(people=rows))
    assert sum(found["people", n] == found["people", n + 1] for n in range(1, 801, 2)) >= 396
    assert len(set(found.values())) >= 396


@pytest.mark.parametrize("shared", [("firm", "street", "city"), ("email", "street", "city")])
def test_people_of_one_house_stay_apart(shared):
    """Who shares a firm or an e-mail address, a street and a town is two by name and birthday."""
    lot = random.Random(4)

    def word():
        return "".join(lot.choice("bdgklmnprst") + lot.choice("aeiou") for _ in range(3)).title()

    def slip(text):
        at = lot.randrange(1, len(text) - 1)
        return text[:at] + text[at + 1:] if lot.random() < 0.1 else text

    given, towns, people = [word() for _ in range(120)], [word() for _ in range(40)], []
    for n in range(600):
        one = {"firm": f"{word()} Ltd", "name": f"{lot.choice(given)} {word()}",
               "street": f"{lot.randrange(1, 300)} {word()} Road", "city": lot.choice(towns),
               "email": f"{word().lower()}{lot.randrange(1000)}@example.org",
               "born": f"19{lot.randrange(30, 99)}-{lot.randrange(1, 13):02}-{lot.randrange(1, 29):02}"}
        if n % 3 == 1:
            one |= {key: people[-1][key] for key in shared}
        people.append(one)
    rows = [{key: slip(value) for key, value in one.items()} for one in people for _ in range(2)]
    found = entity_of(bina.link(rows=rows))
    assert sum(found["rows", n] == found["rows", n + 1] for n in range(1, 1201, 2)) >= 570
    assert sum(found["rows", 6 * n + 1] == found["rows", 6 * n + 3] for n in range(200)) <= 10


def test_lists_without_a_column_in_common_are_told():
    rows = shops()
    assert bina.link(a=rows, b=rows).summary.apart == 0
    other = [{"nib": f"{812345000000 + n}", "kbli": 13121 + n % 7} for n in range(60)]
    assert bina.link(a=rows, b=other).summary.apart == 1


def test_one_column_of_businesses_and_owners_is_held_against_both():
    """A certificate names the business where it has a name, and else its owner."""
    lot = random.Random(5)
    people = [f"{first} {last}" for first in ("Siti", "Ahmad", "Nur", "Baiq", "Lalu", "Dewi", "Joko", "Hadi")
              for last in ("Rohani", "Fauzi", "Lestari", "Susilo", "Wardani", "Hakim", "Mulyani", "Gunawan")]
    names = [f"UD {craft} {name}" for craft in CRAFTS for name in NAMES] + ["UD Dodol Asli"] * 4
    rows = [(owner, name, lot.choice(VILLAGES)) for owner, name in zip(people, names, strict=True)]
    permits = [{"NAMA PEMILIK": o, "NAMA IRTP": n, "DESA": v} for o, n, v in rows]
    certificates = [{"Nama Pelaku Usaha": n if at % 2 else o, "Desa": v} for at, (o, n, v) in enumerate(rows[:60])]
    result = bina.link(permits=permits, certificates=certificates)
    taken = {column.get("take") for column in result.settings["column"] if column["column"] == "Nama Pelaku Usaha"}
    assert taken == {"owner", "business"}
    entities = entity_of(result)
    assert sum(entities["permits", n] == entities["certificates", n] for n in range(1, 61)) >= 54
    again = bina.link(permits=permits, certificates=certificates, settings=result.settings)
    assert entity_of(again) == entities
