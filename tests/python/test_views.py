"""Files and views: rows read as often as one likes, faults told, files written."""

from collections.abc import Mapping

import pytest

import bina


@pytest.fixture
def shops(tmp_path):
    path = tmp_path / "dinas.csv"
    path.write_bytes("\ufeffNama Usaha;Desa;HP\r\nTenun Sari;Pringgasela;081234567890\r\n"
                     "\r\nKerupuk Ikan;Labuhan Haji;\r\nBambu Jaya;Loyok;1;2\r\n".encode())
    return path


def test_a_csv_file_is_read_as_it_is_written(shops):
    file = bina.read_csv(shops)
    assert file.columns == ["Nama Usaha", "Desa", "HP"]
    rows = file.to_list()
    assert [row["Nama Usaha"] for row in rows] == ["Tenun Sari", "Kerupuk Ikan", "Bambu Jaya"]
    assert rows[0]["HP"] == "081234567890"
    assert rows[1]["HP"] is None and rows[1].Desa == "Labuhan Haji"
    assert len(file.to_list()) == 3, "a view can be read again"
    assert file.first()["Desa"] == "Pringgasela"


def test_rows_are_mappings_to_those_who_ask_so(shops, tmp_path):
    """pandas asks: else DataFrame(view) has the columns' names in every cell."""
    row = bina.read_csv(shops).first()
    assert isinstance(row, Mapping)
    assert dict(row.items()) == dict(row) and list(row.values())[0] == "Tenun Sari"
    assert row.get("Desa") == "Pringgasela" and row.get("no such", 7) == 7
    counted = tmp_path / "counted.csv"
    counted.write_text("name,items\nTenun Sari,12\n")
    assert bina.read_csv(counted).first().items == "12", "a column goes before"
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(bina.read_csv(shops))  # it sorts the columns; to_pandas does not
    assert set(frame.columns) == {"Nama Usaha", "Desa", "HP"} and frame["Desa"][2] == "Loyok"


def test_faults_have_line_and_column_and_stop_nothing(shops):
    faults = bina.read_csv(shops).faults.to_list()
    assert [(fault.line, fault.rule) for fault in faults] == [(5, "csv.long")]
    assert faults[0].pesan and faults[0].file == str(shops)


def test_encoding_and_header_can_be_said(tmp_path):
    path = tmp_path / "lama.csv"
    path.write_bytes("title\nCaf\xe9,1\n".encode("windows-1252"))
    rows = bina.read_csv(path, encoding="windows-1252", skip=1, header=False,
                         line_column="baris").to_list()
    assert rows[0]["column 1"] == "Café" and rows[0]["baris"] == 2
    with pytest.raises(bina.UsageError):
        bina.read_csv(path, encoding="latin-9").first()


def test_bytes_are_a_file_too():
    view = bina.read_csv(b"nama\tdesa\nTenun Sari\tLoyok\n")
    assert view.first().asdict() == {"nama": "Tenun Sari", "desa": "Loyok"}


def test_rows_of_files_hide_long_numbers(shops):
    view = bina.read_csv(shops)
    assert "081234567890" not in repr(view.first())
    assert "081234567890" not in view._repr_html_() and "Pringgasela" in view._repr_html_()


def test_html_is_escaped(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a<b\n<script>alert(1)</script>\n")
    page = bina.read_csv(path)._repr_html_()
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_what_is_written_reads_back(shops, tmp_path):
    bina.read_csv(shops).write_csv(tmp_path / "out.csv")
    assert [row.asdict() for row in bina.read_csv(tmp_path / "out.csv")] == [
        row.asdict() for row in bina.read_csv(shops)]
    bina.read_csv(shops).write_json(tmp_path / "out.json")
    assert '"Tenun Sari"' in (tmp_path / "out.json").read_text()
    bina.read_csv(shops).write_csv(tmp_path / "excel.csv", excel=True)
    assert (tmp_path / "excel.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_cursor_outlives_its_view(shops):
    rows = iter(bina.read_csv(shops))
    assert next(rows)["Desa"] == "Pringgasela"
    assert [row["Desa"] for row in rows] == ["Labuhan Haji", "Loyok"]


def test_a_data_frame_has_types(shops):
    pandas = pytest.importorskip("pandas")
    frame = bina.read_csv(shops, line_column="line").to_pandas()
    assert list(frame["Desa"]) == ["Pringgasela", "Labuhan Haji", "Loyok"]
    assert str(frame["line"].dtype) == "Int64" and list(frame["line"]) == [2, 4, 5]
    assert pandas.isna(frame["HP"][1])


def test_without_pandas_it_says_so(shops, monkeypatch):
    import sys
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(bina.UnsupportedError, match="pip install pandas"):
        bina.read_csv(shops).to_pandas()
