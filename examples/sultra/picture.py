"""Draws the regencies: how many work in each, and how many of a thousand stopped in a year.

    python3 picture.py FOLDER
"""

import csv
import pathlib
import sys

from bina import pictures

SOURCE = "Register contoh; jumlah per kabupaten/kota dibuat-buat"


def main(folder):
    folder = pathlib.Path(folder)
    with open(folder / "flows.csv", newline="", encoding="utf-8") as file:
        rows = [line for line in csv.DictReader(file) if line["region"]]
    for row in rows:
        row["closing"] = int(row["closing"])
        row["stopped"] = round(1000 * int(row["paused"]) / int(row["opening"]))
    figure = pictures.tiles(rows, value="closing", within="74", unit="IKM", on="2020-11-09",
                            title="IKM yang bekerja, Sulawesi Tenggara", source=SOURCE)
    pictures.save(figure, folder / "sultra.png")
    figure = pictures.tiles(rows, value="stopped", within="74", unit="dari seribu IKM",
                            on=("2019-11-09", "2020-11-09"),
                            title="Berhenti sementara dalam setahun", source=SOURCE)
    pictures.save(figure, folder / "stopped.png")


if __name__ == "__main__":
    main(sys.argv[1])
