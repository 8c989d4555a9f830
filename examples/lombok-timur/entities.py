"""Turns the exported rows of a register into `file,row,entity`, as score.py wants them."""

import csv
import sys


def main() -> None:
    lists_path, rows_path = sys.argv[1:]
    with open(lists_path, newline="", encoding="utf-8-sig") as file:
        names = {row["id"]: row["name"] for row in csv.DictReader(file)}
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["file", "row", "entity"])
    with open(rows_path, newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            # A row that stands for nobody yet is an entity of its own.
            entity = row["party"] or f"row {row['id']}"
            out.writerow([names[row["register"]], row["row"], entity])


if __name__ == "__main__":
    main()
