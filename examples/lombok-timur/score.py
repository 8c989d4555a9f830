#!/usr/bin/env python3
"""Score found entities against the truth, by pairs of rows.

    python3 score.py DIR/truth.csv entities.csv [--scope all|industry|trade] [--json]

entities.csv has the columns file, row, entity; row 1 is the first data row.  A row of the truth
that entities.csv leaves out counts as an entity of its own.  Pairs are counted from the table of
(true entity, found entity), never one by one, so a list of millions takes seconds.
"""

import argparse
import collections
import csv
import json
import pathlib
import sys


def place(file, row):
    """disperin.csv, out/disperin.xlsx and disperin are one list."""
    name = pathlib.PurePosixPath(file.replace("\\", "/")).name.lower()
    return name.removesuffix(".csv").removesuffix(".xlsx"), int(row)


def read(path, *fields):
    """{(list, row): the wanted fields} of a CSV file; a row that stands twice is an error."""
    found = {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lacking = [f for f in ("file", "row", *fields) if f not in (reader.fieldnames or ())]
        if lacking:
            raise ValueError("%s: no column %s" % (path, ", ".join(lacking)))
        for line in reader:
            at = place(line["file"], line["row"])
            if at in found:
                raise ValueError("%s: %s row %d stands twice" % (path, *at))
            found[at] = tuple(line[f] for f in fields)
    return found


def pairs(sizes):
    return sum(n * (n - 1) // 2 for n in sizes)


def ratio(part, whole):
    """Nothing found wrong among nothing is right."""
    return part / whole if whole else 1.0


def score(truth, found):
    """Compare {row: true entity} with {row: found entity}; only rows of the truth are counted."""
    true_of, found_of = dict(truth), {}
    for at in true_of:
        # A missing row is alone: a key that no found entity can have.
        found_of[at] = ("found", found[at]) if at in found else ("alone", at)
    true_sizes = collections.Counter(true_of.values())
    found_sizes = collections.Counter(found_of.values())
    both = collections.Counter((true_of[at], found_of[at]) for at in true_of)
    true_pairs, found_pairs, right = (pairs(c.values()) for c in (true_sizes, found_sizes, both))
    precision, recall = ratio(right, found_pairs), ratio(right, true_pairs)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    # A cluster is exact when it holds all rows of one true entity and no others.
    exact = sum(n == true_sizes[t] == found_sizes[f] for (t, f), n in both.items())
    return {
        "rows": len(true_of),
        "rows_missing": sum(at not in found for at in true_of),
        "rows_unknown": sum(at not in true_of for at in found),
        "true_pairs": true_pairs, "found_pairs": found_pairs, "right_pairs": right,
        "precision": precision, "recall": recall, "f1": f1,
        "true_entities": len(true_sizes), "found_entities": len(found_sizes),
        "exact_entities": exact,
    }


def score_files(truth_path, entities_path, scope="all"):
    truth = read(truth_path, "entity", "scope")
    found = {at: entity for at, (entity,) in read(entities_path, "entity").items()}
    kept = {at: entity for at, (entity, of) in truth.items() if scope in ("all", of)}
    unknown = sum(at not in truth for at in found)
    result = score(kept, {at: e for at, e in found.items() if at in kept})
    result["rows_unknown"] = unknown
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("truth")
    parser.add_argument("entities")
    parser.add_argument("--scope", choices=("all", "industry", "trade"), default="all",
                        help="count only rows of this scope (default: all rows)")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    try:
        result = score_files(args.truth, args.entities, args.scope)
    except (OSError, ValueError) as problem:
        sys.exit("score.py: %s" % problem)
    if args.json:
        print(json.dumps(result, indent=1))
        return
    print("pairs     precision %.4f   recall %.4f   F1 %.4f" % (
        result["precision"], result["recall"], result["f1"]))
    print("          %(right_pairs)d right of %(found_pairs)d found, %(true_pairs)d true" % result)
    print("entities  %(found_entities)d found, %(true_entities)d true, %(exact_entities)d exact"
          % result)
    print("rows      %(rows)d, %(rows_missing)d not in the entities, %(rows_unknown)d unknown"
          % result)


if __name__ == "__main__":
    main()
