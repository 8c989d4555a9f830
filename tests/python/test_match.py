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
