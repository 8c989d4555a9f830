"""What the year's flows must come to, worked out from the papers alone: without Bina, and another way round.

    python3 expected.py FOLDER > expected.csv
"""

import csv
import pathlib
import sys

FIRST, LAST = "2019-11-09", "2020-11-09"
COLUMNS = ["opening", "new", "resumed", "moved_in", "reclassified_in", "paused", "closed", "moved_away",
           "reclassified_out", "duplicates", "discovered", "scope", "learnt", "closing"]
WORKING = ("active", "seasonal_rest")


def read(folder, name):
    with open(pathlib.Path(folder) / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def main(folder):
    table = {}

    def count(region, column, by=1):
        table.setdefault(region, dict.fromkeys(COLUMNS, 0))[column] += by

    events = {}
    for event in read(folder, "events.csv"):
        events.setdefault(event["row"], []).append(event)
    papers = [(row, True) for row in read(folder, "register.csv")] + \
             [(row, False) for row in read(folder, "later.csv")]
    for row, listed in papers:
        about = sorted(events.get(row["row"], []), key=lambda event: event["day"])
        facts = [("status", "0001-01-01", row["status"]), ("region", "0001-01-01", row["village"])]
        facts += [(event["event"], event["day"], event["value"]) for event in about]
        sort = [event["event"] for event in about]

        def on(day):
            """Status and regency on a day."""
            known = {what: value for what, since, value in facts if since <= day}
            return known["status"] in WORKING and row["began"] <= day, known["region"][:5], known["status"]

        published, was_in = listed and row["status"] in WORKING, row["village"][:5]
        if published:
            count(was_in, "opening")
        if "twin" in sort or "scope" in sort:
            if published:
                count(was_in, "duplicates" if "twin" in sort else "scope", -1)
            continue
        worked, began_in, _ = on(FIRST)
        works, is_in, status = on(LAST)
        if worked and not published:
            count(began_in, "learnt" if listed else "discovered")
        if published and not worked:
            count(was_in, "learnt", -1)
        if works:
            count(is_in, "closing")
        if works and not worked:
            count(is_in, "new" if row["began"] > FIRST else "resumed")
        elif worked and not works:
            count(began_in, {"paused": "paused", "closed": "closed", "moved_away": "moved_away"}[status])
        elif worked and began_in != is_in:
            count(began_in, "moved_away")
            count(is_in, "moved_in")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["region", *COLUMNS])
    for region in sorted(table):
        writer.writerow([region, *table[region].values()])
    writer.writerow(["", *(sum(line[column] for line in table.values()) for column in COLUMNS)])


if __name__ == "__main__":
    main(sys.argv[1])
