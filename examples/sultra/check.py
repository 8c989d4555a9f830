"""Holds what came out to the papers (expected.py) and to the article.

    python3 check.py FOLDER
"""

import csv
import pathlib
import sys


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def main(folder):
    folder = pathlib.Path(folder)
    flows = {line["region"]: line for line in read(folder / "flows.csv")}
    expected = {line["region"]: line for line in read(folder / "expected.csv")}
    assert flows.keys() == expected.keys()
    for region, line in expected.items():
        for column, number in line.items():
            assert flows[region][column] == number, (region, column, flows[region][column], number)
        got = {column: int(flows[region][column]) for column in line if column != "region"}
        assert got["closing"] == sum(got[column] for column in got if column != "closing") - 2 * sum(
            got[column] for column in ("paused", "closed", "moved_away", "reclassified_out")), region

    total, regencies = flows.pop(""), sorted(flows.values(), key=lambda line: -int(line["closing"]))
    # The article: 13 thousand IKM as of November 2020, most in Kota Kendari and Konawe Selatan ...
    assert round(int(total["closing"]), -3) == 13000
    assert {line["region"] for line in regencies[:2]} == {"74.71", "74.05"}
    # ... some regencies fell because production stopped: there it is what most of the fall is made of ...
    fell = [line for line in regencies if int(line["closing"]) < int(line["opening"])]
    assert 3 <= len(fell) < len(regencies)
    assert sum(int(line["paused"]) for line in fell) > sum(
        int(line["closed"]) + int(line["moved_away"]) - int(line["moved_in"]) for line in fell)
    # ... and at least 20 tailors learnt to sew masks in June or July.
    figures = {figure["what"]: figure for figure in read(folder / "figures.csv")}
    tailors = figures["trained"]
    assert (tailors["low"], tailors["high"], tailors["qualifier"]) == ("20", "", "at_least")
    assert (tailors["day_from"], tailors["day_to"]) == ("2020-06-01", "2020-07-31")
    finished = [row for row in read(folder / "tailors.csv") if row["state"] == "completed"]
    assert int(tailors["proved"]) == len(finished) >= 20 and tailors["supported"] == "true"
    assert figures["count"]["proved"] == total["closing"] and figures["count"]["supported"] == "true"

    # Nothing small is published.
    assert all(line["kept_back"] == "true" or int(line["enterprises"]) in (0, *range(3, 10**6))
               for line in read(folder / "public.csv"))
    # Turnover is watched, and fell with the pandemic for the same enterprises.
    index = {line["period"]: float(line["index"] or 100) for line in read(folder / "trend.csv")}
    assert index["2020-Q2"] < 75 < index["2020-Q3"]
    print("Sesuai dengan data masukan dan dengan berita.")


if __name__ == "__main__":
    main(sys.argv[1])
