"""Adding figures that people declared: what adds, and every reason why something does not."""

import pytest

import bina


@pytest.fixture
def reg(tmp_path):
    with bina.open(tmp_path / "r.db") as reg:
        yield reg


def figure(reg, low, unit="enterprise", region="53.04", **more):
    fields = {"what": "count", "unit": unit, "region": region, "low": low, "qualifier": "exact",
              "day_from": "2020-04-08", "day_to": "2020-04-08", **more}
    return reg.figures.add(**fields)


def rules(reg, *figures):
    with pytest.raises(bina.RefusedError) as caught:
        reg.sum_figures(*figures)
    assert all(r.message and r.pesan and r.message != r.pesan for r in caught.value.refusals)
    return [r.rule for r in caught.value.refusals], caught.value.refusals


def test_what_has_one_unit_adds(reg):
    makers = figure(reg, 85, category="furniture")
    potters = figure(reg, 12, category="pottery")
    total = reg.sum_figures(makers, potters)
    assert (total.low, total.high, total.qualifier, total.unit) == (97, 97, "exact", "enterprise")
    assert total.region == "53.04" and total.category is None and reg.figures.where(low=97).count() == 0


def test_a_sum_is_as_exact_as_the_least_exact(reg):
    makers = figure(reg, 85, category="furniture")
    about = figure(reg, 60, category="weaving", qualifier="about")
    least = figure(reg, 20, category="tailoring", qualifier="at_least")
    assert reg.sum_figures(makers, least).qualifier == "at_least"
    assert reg.sum_figures(makers, least).high is None
    assert reg.sum_figures(makers, about, least).qualifier == "about"
    range_ = figure(reg, 5, category="soap", qualifier="about", high=9)
    total = reg.sum_figures(makers, range_)
    assert (total.low, total.high) == (90, 94)


def test_enterprises_and_groups_do_not_add(reg):
    found, refusals = rules(reg, figure(reg, 85, category="furniture"),
                            figure(reg, 60, unit="group", category="weaving", qualifier="about"))
    assert found == ["figure.unit"]
    assert refusals[0].message.startswith("85 enterprises and about 60 groups do not add")
    assert refusals[0].pesan.startswith("85 usaha dan kurang lebih 60 kelompok tidak dapat dijumlahkan")


def test_nothing_is_counted_twice(reg):
    whole, part = figure(reg, 85), figure(reg, 20, region="53.04.22")
    assert rules(reg, whole, part)[0] == ["figure.twice"]
    assert rules(reg, whole, figure(reg, 9, category="pottery"))[0] == ["figure.twice"]
    other = figure(reg, 30, region="53.05")
    assert reg.sum_figures(whole, other).low == 115
    # People trained in two years add, in overlapping ones they may be the same.
    spring = figure(reg, 20, unit="person", what="trained", day_from="2020-01-01", day_to="2020-03-31")
    summer = figure(reg, 20, unit="person", what="trained", day_from="2020-04-01", day_to="2020-06-30")
    year = figure(reg, 80, unit="person", what="trained", day_from="2020-01-01", day_to="2020-12-31")
    assert reg.sum_figures(spring, summer).low == 40
    assert rules(reg, spring, summer, year)[0] == ["figure.twice"]


def test_every_reason_is_told(reg):
    old = figure(reg, 70, region="53.05", day_from="2019-04-08", day_to="2019-04-08", validity="replaced")
    empty = reg.figures.add(what="workers", unit="person", region="53.06")
    found, _ = rules(reg, figure(reg, 85), old, empty)
    assert found == ["figure.validity", "figure.empty", "figure.day", "figure.what"]


def test_wrong_calls(reg):
    one = figure(reg, 85)
    with pytest.raises(bina.UsageError):
        reg.sum_figures(one)
    with pytest.raises(bina.TypeError):
        reg.sum_figures(one, reg.persons.add(name="Rahmi Contoh"))
    with pytest.raises(bina.InvalidError):
        reg.sum_figures(figure(reg, 2**62, what="sales"), figure(reg, 2**62, what="sales", region="53.05"))
