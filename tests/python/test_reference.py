"""bina.reference: regions and industries, by facts of the published lists."""

import pytest

import bina
from bina import reference


def test_a_region_by_code():
    lotim = reference.region("52.03")
    assert isinstance(lotim, bina.Region) and lotim.name == "Lombok Timur"
    assert reference.region("5203").code == "52.03"
    with pytest.raises(KeyError):
        reference.region("99.99")
    with pytest.raises(bina.SyntaxError):
        reference.region("Lombok")


def test_the_two_systems_of_codes():
    # Belu is 53.04 for the interior ministry and 5306 for the statistics office.
    assert reference.to_bps("53.04") == "5306" and reference.from_bps("5306") == "53.04"
    assert reference.from_bps("0000") is None


def test_regions_by_name():
    found = reference.find(district="Selong", regency="Kab. Lombok Timur").first()
    assert found.code.startswith("52.03")
    assert reference.resolve(regency="Lotim", province="NTB").code == "52.03"
    with pytest.raises(bina.Error):
        reference.resolve(village="Tidak Ada Desa Begini", regency="Lombok Timur")


def test_what_lies_under():
    assert reference.is_under("52.03.05.2001", "52.03")
    assert not reference.is_under("52.71", "52.03")
    districts = [r for r in reference.regions("52.03") if r.level == "district"]
    assert len(districts) == 21  # Lombok Timur in figures 2023 (BPS)
    assert reference.ranges_under("52.03").first() is not None


def test_editions_and_successions():
    assert list(reference.editions()) == sorted(reference.editions()) and 2018 in reference.editions()
    assert reference.successions("91").first() is not None
    # Papua Selatan was split off in 2022 (UU 14/2022).
    assert "93.01" in [r.code for r in reference.successors("91.01")]


def test_industries():
    assert "tenun" in reference.industry("13121").title.lower()
    assert all(i.code.startswith("13") for i in reference.industries("13"))
    with pytest.raises(bina.NotFoundError):
        reference.industry("00000")
