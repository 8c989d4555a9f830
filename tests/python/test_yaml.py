"""YAML: records by natural keys, with the place of every fault."""

import pytest

import bina

GOOD = """\
persons:
  - name: Inaq Sari
    nik: "5203014101800001"
    born: 1980-01-01
enterprises:
  - name: Tenun Lestari
    nib: "0220000512345"
    region: 52.03.05.2001
    workers: 3
"""


@pytest.fixture
def reg():
    with bina.open(":memory:", actor="Petugas") as register:
        yield register


def test_a_file_is_loaded_whole_and_can_be_loaded_again(reg, tmp_path):
    path = tmp_path / "data.yaml"
    path.write_text(GOOD)
    assert reg.load(path) == (2, 0)
    assert reg.enterprises.first().region == "52.03.05.2001"
    path.write_text(GOOD.replace("workers: 3", "workers: 4"))
    loaded = reg.load(path)
    assert (loaded.added, loaded.updated) == (0, 2)
    assert reg.enterprises.first().workers == 4


def test_faults_have_their_places_and_nothing_is_stored(reg, tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text(GOOD.replace("workers: 3", "workers: tiga ekor").replace("born: 1980-01-01",
                                                                          "born: 1980-02-30"))
    with pytest.raises(bina.InvalidError) as caught:
        reg.load(path)
    assert sorted(fault.line for fault in caught.value.faults) == [4, 9]
    assert {fault.field for fault in caught.value.faults} == {"born", "workers"}
    assert len(reg.persons) == len(reg.enterprises) == 0


def test_a_document_can_be_read_without_storing(tmp_path):
    document = bina.read_yaml(GOOD.encode())
    assert [type(row) for row in document] == [bina.Person, bina.Enterprise]
    assert document[1].name == "Tenun Lestari" and document.place(1, "workers")[0] == 9
    assert len(document) == 2 and document.parent(0) is None and document.file in (None, "-")
    with pytest.raises(IndexError):
        document[2]
    with pytest.raises(bina.Error) as caught:
        bina.read_yaml(GOOD.encode(), [bina.Person])
    assert list(caught.value.faults)[0].line == 5
    with pytest.raises(bina.SyntaxError):
        bina.read_yaml(b"persons: [")


def test_what_is_written_reads_back(tmp_path):
    rows = [bina.Enterprise(name="Tenun: Lestari", region="52.03.05.2001", workers=3),
            bina.Enterprise(name="no", workers=None)]
    bina.write_yaml(rows, tmp_path / "out.yaml")
    back = list(bina.read_yaml(tmp_path / "out.yaml"))
    assert [row.name for row in back] == ["Tenun: Lestari", "no"] and back[0] == rows[0]


def test_reading_keeps_no_memory(tmp_path):
    from test_leaks import grows
    good, bad = tmp_path / "good.yaml", GOOD.replace("workers: 3", "workers: x").encode()
    good.write_text(GOOD)

    def call():
        list(bina.read_yaml(good, [bina.Person, bina.Enterprise]))
        try:
            bina.read_yaml(bad)
        except bina.Error as error:
            list(error.faults)

    assert grows(call, 1_000) < 500_000
