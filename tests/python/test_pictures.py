"""bina.pictures: what is drawn, told by the parts of the figure; how it looks is for eyes."""

import datetime
import json
import subprocess
import sys

import pytest

import bina
from bina import pictures, reference

pytest.importorskip("matplotlib")


def parts(figure, prefix):
    """The things drawn under names that begin so, by the rest of the name."""
    found = figure.findobj(lambda artist: (artist.get_gid() or "").startswith(prefix + " "))
    return {artist.get_gid()[len(prefix) + 1:]: artist for artist in found}


def words(figure):
    import matplotlib.text
    texts = [text.get_text() for text in figure.findobj(matplotlib.text.Text)]
    return "\n".join(text for text in texts if text)


REGENCIES = {"11": 23, "31": 6, "35": 38, "53": 22, "74": 17, "94": 8}  # Kepmendagri 300.2.2-2430/2025


@pytest.mark.parametrize("province, count", REGENCIES.items())
def test_a_province_has_a_tile_for_each_regency(province, count):
    figure = pictures.tiles([], "n", within=province)
    assert len(parts(figure, "tile")) == count
    listed = {one.code for one in reference.regions(province) if len(one.code) == 5}
    assert set(parts(figure, "tile")) == listed


def test_the_country_has_514_tiles_that_do_not_lie_on_each_other():
    tiles = parts(pictures.tiles([], "n"), "tile")
    assert len(tiles) == 514
    assert len({tile.get_xy() for tile in tiles.values()}) == 514


def test_the_lie_of_the_land():
    """The tiles stand about where the regencies lie: some facts of the map."""
    place = {code: tile.get_xy() for code, tile in parts(pictures.tiles([], "n"), "tile").items()}
    easter, lower = (lambda a, b: place[a][0] > place[b][0]), (lambda a, b: place[a][1] > place[b][1])
    assert easter("52.03", "52.71")  # Lombok Timur lies east of Mataram
    assert easter("53.04", "53.71")  # Belu east of Kupang
    assert easter("35.29", "35.78")  # Sumenep east of Surabaya
    assert lower("74.05", "74.71")  # Konawe Selatan south of Kendari
    assert easter("93.01", "11.72") and lower("53.14", "65.03")  # Sabang to Merauke, Rote and Nunukan


def test_values_are_written_as_indonesians_do():
    rows = [{"region": "74.71", "n": 2440}, {"region": "74.05", "n": 1950}]
    figure = pictures.tiles(rows, "n", title="IKM", source="Dinas", on=datetime.date(2020, 11, 9))
    assert parts(figure, "value")["74.71"].get_text() == "2.440"
    assert parts(figure, "name")["74.71"].get_text() == "Kota Kendari"
    assert "Sumber: Dinas · 9 November 2020" in words(figure)
    english = pictures.tiles(rows, "n", language="en", source="Office", on="2020-11-09")
    assert parts(english, "value")["74.71"].get_text() == "2,440"
    assert "Source: Office · 9 November 2020" in words(english)
    assert pictures.number(1234567) == "1.234.567" and pictures.number(12.5) == "12,5"
    assert pictures.number(0.25) == "0,25" and pictures.number(100) == "100" and pictures.number(-1200.0) == "-1.200"


def test_shades_part_the_values_at_round_numbers():
    rows = [{"region": code, "n": n} for code, n in (("74.71", 2440), ("74.05", 1950), ("74.01", 812), ("74.02", 95),
                                                    ("74.03", 240), ("74.04", 388), ("74.06", 430))]
    figure = pictures.tiles(rows, "n")
    shades = {code: tile.get_facecolor() for code, tile in parts(figure, "tile").items() if code in
              {row["region"] for row in rows}}
    assert len(set(shades.values())) == 5  # as many as are asked for, and each is in use
    light = {code: sum(colour[:3]) for code, colour in shades.items()}
    assert light["74.02"] > light["74.04"] > light["74.71"]
    legend = figure.legends[-1].get_texts()
    edges = [text.get_text().split("–")[0] for text in legend]
    assert edges[0] == "95" and all(edge.endswith("0") for edge in edges[1:])


def test_what_is_withheld_is_not_what_is_missing():
    figure = pictures.tiles([{"region": "74.71", "n": 20}, {"region": "74.01", "n": None}], "n")
    tiles = parts(figure, "tile")
    assert tiles["74.01"].get_hatch() and not tiles["74.71"].get_hatch() and not tiles["74.02"].get_hatch()
    assert "disembunyikan" in words(figure) and "tidak ada data" in words(figure)
    assert "74.01" not in parts(figure, "value")
    # A withheld part withholds the sum: else it could be told from it.
    again = pictures.tiles([{"region": "74.71.01.1001", "n": 20}, {"region": "74.71.02.1001", "n": None}], "n")
    assert parts(again, "tile")["74.71"].get_hatch()


def test_codes_of_other_levels_editions_and_systems():
    rows = [{"region": "74.71.01.1001", "n": 3}, {"region": "74.71.02", "n": 4}, {"region": "52", "n": 9}]
    assert parts(pictures.tiles(rows, "n"), "value")["74.71"].get_text() == "7"
    # Belu is 5306 for the statistics office, and 53.04 for the interior ministry.
    belu = pictures.tiles([{"region": "5306", "n": 8}], "n", codes="bps")
    assert list(parts(belu, "value")) == ["53.04"]
    # Merauke was 91.01 until Papua Selatan was split off in 2022.
    assert list(parts(pictures.tiles([{"region": "91.01", "n": 5}], "n"), "value")) == ["93.01"]
    lost = pictures.tiles([{"region": "99.99", "n": 1}, {"region": "74.71", "n": 1}], "n", within="74")
    assert "1 baris tidak dapat ditempatkan" in words(lost)


def test_bars():
    rows = [{"k": "Mebel", "n": 85}, {"k": "Kriya", "n": 1200}, {"k": "Gerabah", "n": None}]
    figure = pictures.bars(rows, "k", "n")
    bars = parts(figure, "bar")
    assert bars["Kriya"].get_width() == 1200 and bars["Kriya"].get_y() < bars["Mebel"].get_y()
    assert set(parts(figure, "withheld")) == {"Gerabah"} and "1.200" in words(figure)
    split = pictures.bars([{"a": "Angkatan 1", "s": "lulus", "n": 18}, {"a": "Angkatan 1", "s": "mundur", "n": 2}],
                          "a", "n", by="s", unit="orang")
    assert len(parts(split, "bar")) == 2 and "20 orang" in words(split) and "mundur" in words(split)
    with pytest.raises(bina.UsageError, match="'m'.*k, n"):
        pictures.bars(rows, "m", "n")
    with pytest.raises(bina.UsageError, match="told apart"):
        pictures.bars([{"k": "x", "b": n, "n": 1} for n in range(9)], "k", "n", by="b")


def test_what_is_no_table_is_refused_in_words():
    """The likeliest slip: the linkage itself, where one of its tables is meant."""
    linkage = bina.link([{"nama": "Siti Aminah"}], [{"nama": "Siti Aminah"}])
    for picture in (pictures.weights, pictures.parameters, pictures.expectations, pictures.waterfall):
        for given in (linkage, None, 5, "text", {"weight": 1}, [5]):
            with pytest.raises(bina.UsageError, match="drawn from rows") as told:
                picture(given)
            assert type(given[0] if isinstance(given, list) else given).__name__ in told.value.message


def test_lines_break_where_a_value_is_withheld():
    rows = [{"t": f"2020-Q{q}", "k": k, "n": n} for k in ("Kendari", "Muna")
            for q, n in ((1, 40_000_000), (2, None), (3, 36_000_000))]
    lines = parts(pictures.lines(rows, "t", "n", by="k"), "line")
    heights = list(lines["Muna"].get_ydata())
    assert set(lines) == {"Kendari", "Muna"} and heights[0] == 40_000_000 and heights[1] != heights[1]
    assert "Muna 36 jt" in words(pictures.lines(rows, "t", "n", by="k"))
    dated = pictures.lines([{"t": datetime.date(2020, m, 1), "n": m} for m in (3, 1, 2)], "t", "n")
    assert list(dated.findobj(lambda a: a.get_gid() == "line")[0].get_ydata()) == [1, 2, 3]


def test_points_are_drawn_where_coordinates_are_known():
    rows = [{"latitude": -8.6, "longitude": 116.5, "region": "52.03.05.2001", "k": "Tenun"},
            {"latitude": -8.7, "longitude": 116.6, "region": "52.03", "k": "Gerabah"},
            {"latitude": None, "longitude": None, "region": "52.03", "k": "Tenun"}]
    figure = pictures.points(rows, by="k")
    assert {kind: len(dots.get_offsets()) for kind, dots in parts(figure, "points").items()} == {
        "Tenun": 1, "Gerabah": 1}
    assert set(parts(figure, "name")) == {"Lombok Timur"}
    figure.draw_without_rendering()  # the ticks are written then
    assert "1 dari 3 tanpa koordinat" in words(figure) and " km" in words(figure) and "° LS" in words(figure)
    with pytest.raises(bina.InvalidError):
        pictures.points([{"latitude": None, "longitude": None}])


def square(east, north, side=1.0):
    return [[east, north], [east, north + side], [east + side, north + side], [east + side, north], [east, north]]


@pytest.fixture
def geojson(tmp_path):
    """Four squares, one with a hole, coded as the statistics office does and as Kemendagri does."""
    shapes = [("5306", "53.04", [square(124, -10), square(124.3, -9.7, 0.2)]),
              ("5303", "53.01", [square(123, -10)]), ("5304", "53.02", [square(123, -9)]),
              ("5305", "53.03", [square(124, -9)])]
    features = [{"type": "Feature", "properties": {"nama": f"n{at}", "kode_bps": bps, "kode": kode},
                 "geometry": {"type": "Polygon", "coordinates": rings}}
                for at, (bps, kode, rings) in enumerate(shapes)]
    path = tmp_path / "ntt.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def test_areas_of_a_geojson(geojson):
    rows = [{"region": "53.04.22.1004", "n": 1000}, {"region": "53.04", "n": 85}, {"region": "53.01", "n": None},
            {"region": "52.03", "n": 7}]
    figure = pictures.areas(geojson, rows, "n", property="kode")
    areas = parts(figure, "area")
    assert set(areas) == {"5304", "5301", "5302", "5303"}  # without dots
    assert areas["5301"].get_hatch() and not areas["5304"].get_hatch()
    assert "1.085" in words(figure) and "1 baris tidak ada daerahnya" in words(figure)
    # A hole runs the other way round than what it is in, or it would be filled.
    assert len(areas["5304"].get_path().to_polygons()) == 2
    by_statistics = pictures.areas(geojson, rows, "n", property="kode_bps", codes="bps")
    assert set(parts(by_statistics, "area")) == {"5304", "5301", "5302", "5303"}
    # The property that fits is found.
    assert set(parts(pictures.areas(str(geojson), rows, "n"), "area")) == set(areas)
    with pytest.raises(bina.InvalidError, match="nama, kode_bps, kode"):
        pictures.areas(geojson, [{"region": "11.01", "n": 1}], "n")


def test_a_file_that_is_no_geojson(tmp_path):
    path = tmp_path / "x.geojson"
    path.write_text("{")
    with pytest.raises(bina.SyntaxError):
        pictures.areas(path, [], "n")
    path.write_text('{"type": "FeatureCollection", "features": []}')
    with pytest.raises(bina.InvalidError):
        pictures.areas(path, [], "n")


@pytest.mark.parametrize("kind, begins", [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_saving(tmp_path, kind, begins):
    figure = pictures.bars([{"k": "a", "n": 1}], "k", "n")
    path = tmp_path / f"x.{kind}"
    pictures.save(figure, path)
    assert path.read_bytes().startswith(begins)
    with pytest.raises(bina.UsageError):
        pictures.save(figure, tmp_path / "x.gif")


def test_rows_of_a_register_and_of_a_data_frame(tmp_path):
    with bina.open(tmp_path / "r.db", office="74/1") as register:
        register.enterprises.add(name="Mete Wa Ode", region="74.71.01.1001", workers=12, latitude=-3.97,
                                 longitude=122.51)
        assert "12" in words(pictures.tiles(register.enterprises.where(), "workers"))
        assert len(parts(pictures.points(register.enterprises.where()), "name")) == 1
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"region": ["74.71", "74.01"], "n": pandas.array([3, None], "Int64")})
    assert parts(pictures.tiles(frame, "n"), "tile")["74.01"].get_hatch()


def test_without_matplotlib_it_says_how_to_get_it():
    code = ("import sys; sys.modules['matplotlib'] = None\n"
            "import bina; from bina import pictures\n"
            "try: pictures.bars([{'k': 'a', 'n': 1}], 'k', 'n')\n"
            "except bina.UnsupportedError as error: print(error.pesan)\n")
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "pip install matplotlib" in said and "python3-matplotlib" in said


@pytest.fixture(scope="module")
def linkage():
    crafts, names = "Tenun Bambu Gerabah Kerupuk Dodol Songket Anyaman Terasi".split(), "Lestari Jaya Sari Maju".split()
    rows = [{"nama": f"{craft} {name}", "desa": f"Loyok {(i * 3 + j) % 5}", "tahun": 1990 + i + j}
            for i, craft in enumerate(crafts) for j, name in enumerate(names)]
    return bina.link(a=rows, b=[dict(row, tahun=row["tahun"] + n % 2) for n, row in enumerate(rows)] + [{"nama": "Kopi"}])


def test_a_waterfall_ends_at_the_weight_of_the_pair(linkage):
    pair = linkage.pairs.first()
    reasons = linkage.explain(pair.list_a, pair.row_a, pair.list_b, pair.row_b).to_list()
    figure = pictures.waterfall(reasons, language="en")
    bars = parts(figure, "weight")
    assert set(bars) == {reason.field for reason in reasons} | {"total"}
    assert bars["total"].get_width() == pytest.approx(pair.weight, abs=1e-6)
    at = 0.0
    for reason in reasons:  # each begins where the one before ended
        assert min(bars[reason.field].get_x(), bars[reason.field].get_x() + bars[reason.field].get_width()) == (
            pytest.approx(min(at, at + reason.weight)))
        at += reason.weight
    said = words(figure)
    assert "before looking" in said and reasons[1].value_a in said
    hidden = words(pictures.waterfall(reasons, values=False))
    assert reasons[1].value_a not in hidden and "sebelum dilihat" in hidden


def test_weights_are_drawn_with_their_thresholds(linkage):
    figure = pictures.weights(linkage.histogram(), link=0.7, review=0.2, language="en")
    assert set(parts(figure, "threshold")) == {"link", "review"}
    assert parts(figure, "threshold")["review"].get_xdata()[0] == pytest.approx(-2)
    assert "link 0.7" in words(figure) and "all pairs compared" in words(figure)


def test_parameters_are_named_in_both_languages(linkage):
    english, indonesian = (pictures.parameters(linkage.parameters, language=language) for language in ("en", "id"))
    weights = {f"{row.field} {row.level}": row.weight for row in linkage.parameters
               if row.field != "prior" and row.given is None}
    assert {name: bar.get_width() for name, bar in parts(english, "weight").items()} == pytest.approx(weights)
    assert "different" in words(english) and "berbeda" in words(indonesian) and "different" not in words(indonesian)


def test_expectations_are_lines_of_precision_and_recall(linkage):
    figure = pictures.expectations(linkage.expectations, link=0.7)
    recall = parts(figure, "line")["recall"].get_ydata()
    assert all(a >= b for a, b in zip(recall, recall[1:])) and "ketepatan" in words(figure)
