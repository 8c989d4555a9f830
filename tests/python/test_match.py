"""A linkage after its run: who is typed is found, and entities follow rows that come and go."""

import pytest

import bina

CRAFTS = ["Tenun", "Bambu", "Gerabah", "Kerupuk", "Dodol", "Songket", "Anyaman", "Terasi"]
NAMES = ["Lestari", "Jaya", "Sari", "Mandiri", "Barokah", "Maju"]
VILLAGES = ["Pringgasela", "Loyok", "Masbagik", "Kembang Kerang", "Sukamulia"]


def shops():
    return [{"nama": f"{craft} {name}", "desa": VILLAGES[(i * 3 + j) % 5],
             "telepon": f"0819{i:03}{j:03}"}
            for i, craft in enumerate(CRAFTS) for j, name in enumerate(NAMES)]


@pytest.fixture
def result():
    return bina.link(dinas=shops(), koperasi=list(reversed(shops())))


def entity_of(result):
    return {(row.file, row.row): row.entity for row in result.entities}


def test_who_is_typed_is_found(result):
    typed = {"nama": "Tenun Lestarii", "telepon": "0819000000"}
    before = entity_of(result)
    twins = result.match(typed, most=2)
    assert {(twin.list, twin.row) for twin in twins} == {("dinas", 1), ("koperasi", 48)}
    assert [twin.weight for twin in twins] == sorted((t.weight for t in twins), reverse=True)
    assert {twin.entity for twin in twins} == {before["dinas", 1]}
    assert entity_of(result) == before
    reasons = result.match_explain(typed, "dinas", 1)
    assert sum(r.weight for r in reasons) == pytest.approx(
        next(t.weight for t in twins if t.list == "dinas"), abs=1e-3)


def test_a_record_that_says_nothing_is_like_none(result):
    """A form is empty before anything is typed."""
    assert result.match({}).to_list() == []
    row = result.insert("dinas", {})
    assert row == len(shops()) + 1
    assert list(entity_of(result).values()).count(entity_of(result)["dinas", row]) == 1
    assert bina.link([{}, {}], [{"nama": "Tenun"}]).summary.rows == 3, "every row given has its line"


def test_entities_follow(result):
    # Each list holds an enterprise once: the new row takes the place of the one that goes.
    result.remove("koperasi", 48)
    row = result.insert("koperasi", {"nama": "Tenun Lestari", "desa": "Pringgasela",
                                     "telepon": "0819000000"})
    assert row == 49
    entities = entity_of(result)
    assert entities["koperasi", 49] == entities["dinas", 1]
    result.change("koperasi", 49, {"nama": "Kopi Rinjani", "telepon": "081700"})
    entities = entity_of(result)
    assert entities["koperasi", 49] != entities["dinas", 1]
    result.remove("koperasi", 49)
    assert ("koperasi", 49) not in entity_of(result)
    with pytest.raises(KeyError):
        result.remove("koperasi", 49)
    with pytest.raises(KeyError):
        result.match({"nama": "x"}, list="pasar")
    with pytest.raises(KeyError, match='"nama", "desa"'):
        result.match({"foo": "x"})


LISTS = {
    "disperin": "NO,NAMA PERUSAHAAN,NAMA PEMILIK,NIK,ALAMAT,DESA,KECAMATAN,NO TELP,JENIS PRODUK\n"
                "1,KERUPUK MELATI,HJ. AMINAH,5203076107807001,DSN. BERMI RT.02,PANCOR,SELONG,081999000001,KERUPUK\n"
                "2,,MAHSUN,,DSN. BERMI RT 03,PANCOR,SELONG,,TEMPE\n"
                "3,TENUN IKAT LESTARI,INAQ SAHNIM,5203095010757002,DSN. TIMUK RT 4,PRINGGASELA,PRINGGASELA,"
                "081999000003,TENUN IKAT\n",
    "diskop": "NO,NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,NO HP,PRODUK\n"
              "1,Kerupuk Melati,Aminah,5203076107807001,Pancor,Selong,081999000001,kerupuk kulit\n"
              "2,Bambu Sahdan,Sahdan,,Loyok,Sikur,081999000002,bakul bambu\n"
              "3,Tenun Lestari,Sahnim,,Pringgasela,Pringgasela,081999000003,tenun\n",
}


def test_a_register_knows_who_is_in_it(tmp_path):
    with bina.open(":memory:", office="52.03/1", actor="L. Alwan Wijaya") as reg:
        for name, text in LISTS.items():
            path = tmp_path / f"{name}.csv"
            path.write_text(text)
            reg.import_list(path)
        reg.reconcile()
        typed = {"nama pemilik": "Inaq Sahnim", "desa": "Pringgasela", "no hp": "0819-9900-0003"}
        twin = reg.match(typed).first()
        assert "TENUN" in reg.enterprises[twin.id].name.upper()
        assert twin.number and 0.5 < twin.probability <= 1
        assert "same owner name" in twin.reason and "nama pemilik sama" in twin.alasan
        new = reg.enterprises.add(name="Gerabah Banyumulek Indah", nib="9120001234567")
        asked = {"nama usaha": "Gerabah Banyumulek Indah", "nib": "9120001234567"}
        assert reg.match(asked).first().id == new.id, "entered by hand, after the first question"
        assert reg.match(new, most=1).first().id == new.id
        reg.forget_matches()
        assert reg.match(typed).first().id == twin.id
