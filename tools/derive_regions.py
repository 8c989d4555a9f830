#!/usr/bin/env python3
"""Writes data/regions.csv and data/successions.csv from the yearly lists of region codes.

Needed only when a new list comes out; the build reads the two files and needs no Python.

    tools/derive_regions.py FOLDER

FOLDER holds wilayah_YEAR.csv with the columns kode,nama (see data/README.md for where they come
from). The lists carry marks of how they were made (page numbers stuck to names, lost ends, upper
case); what is repaired here, and how successions are guessed, is told in data/README.md.
"""
import collections
import csv
import difflib
import pathlib
import re
import sys

LEVEL = {2: 1, 5: 2, 8: 3, 13: 4}
SMALL = {"di": "DI", "dki": "DKI", "ii": "II", "iii": "III", "iv": "IV"}


def level(code):
    return LEVEL[len(code)]


def parent(code):
    return code.rpartition(".")[0]


def title(text):
    return " ".join(SMALL.get(w.lower(), w.capitalize()) for w in text.split())


def clean(code, raw, year):
    """The name as a person would write it, or None when the list destroyed it."""
    name = raw.replace("\\'", "'").replace("\u2019", "'").replace("\\", "")
    if year == 2016 and level(code) == 3:
        name = re.sub(r"(\s\s+\d+)+$", "", name)  # page numbers of the printed list
    name = re.sub(r"\s+", " ", name).strip(" ,")
    if re.match(r"^x ", name) or not re.search(r"[A-Za-z]", name):
        return None
    if level(code) <= 2 and name.upper() == name:
        name = title(name)
    if level(code) == 2:
        name = re.sub(r"^Kab\.? Adm\.? ", "Kabupaten Administrasi ", name)
        name = re.sub(r"^Kota Adm\.? ", "Kota Administrasi ", name)
        name = re.sub(r"^Adm\.? (?=Kep)", "Kabupaten Administrasi ", name)
        name = re.sub(r"^Adm\.? ", "Kota Administrasi ", name)
        name = re.sub(r"^Kab\.? ", "Kabupaten ", name)
    return name


def key(code, name):
    """What two spellings of one name share."""
    name = name.upper()
    if level(code) == 2:
        name = re.sub(r"^(KABUPATEN|KOTA)( ADMINISTRASI)? ", "", name)
    return re.sub(r"[^A-Z0-9]", "", name)


def alike(a, b):
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def read(folder):
    lists = {}
    for path in sorted(pathlib.Path(folder).glob("wilayah_20[0-9][0-9].csv")):
        year = int(path.stem[-4:])
        with open(path, encoding="utf-8", newline="") as file:
            rows = [(r["kode"], r["nama"]) for r in csv.DictReader(file)]
        lists[year] = {code: (clean(code, raw, year), raw != raw.rstrip()) for code, raw in rows}
    return lists


def spells(lists):
    """Rows of code, name, first and last list with that name; spelling of the latest list."""
    years = sorted(lists)
    rows = []
    for code in sorted(set().union(*lists.values())):
        names = {}
        for year in years:
            if code in lists[year]:
                names[year] = lists[year][code]
        whole = [name for name, cut in names.values() if name]
        for year, (name, cut) in list(names.items()):
            # A name whose end the list lost is taken from another list.
            if name is None or (cut and any(w != name and w.startswith(name) for w in whole)):
                longer = [w for w in whole if name is None or (w != name and w.startswith(name))]
                names[year] = (longer[-1] if longer else name or "?", False)
            elif level(code) == 1 and any(w.startswith(name + " ") for w in whole):
                names[year] = (whole[-1], False)
        last = None
        for index, year in enumerate(years):
            if year not in names:
                last = None
                continue
            name = names[year][0]
            if last is not None and key(code, rows[last][1]) == key(code, name):
                rows[last] = (code, name, rows[last][2], year)
            else:
                rows.append((code, name, year, year))
                last = len(rows) - 1
    return rows


def name_in(rows):
    names = collections.defaultdict(dict)
    for code, name, since, until in rows:
        names[code][since, until] = name
    return lambda code, year: next(
        (n for (s, u), n in names.get(code, {}).items() if s <= year <= u), None)


# The provinces of Papua were cut up between lists; everywhere else a village stays in its province.
def family(code):
    return "9" if code.startswith("9") else code[:2]


def successions(years, lists, name):
    out = []
    for a, b in zip(years, years[1:]):
        old, new = lists[a], lists[b]
        gone = [c for c in old if c not in new]
        born = {c for c in new if c not in old}
        keys_a = {c: key(c, name(c, a)) for c in old}
        keys_b = {c: key(c, name(c, b)) for c in new}
        # A code that now means a quite different place may have taken over the name of another.
        other = {c for c in old if c in new and alike(keys_a[c], keys_b[c]) < 0.6}
        became = {}
        by_name = collections.defaultdict(list)
        for c in born | other:
            by_name[len(c), keys_b[c]].append(c)

        def nearness(c, d):
            """How surely a region of the same name is the same, by what it lies in."""
            pc, pd = parent(c), parent(d)
            if level(c) == 1:
                return 0
            if pc == pd or became.get(pc, ("",))[0] == pd:
                return 99
            if level(c) > 2:
                if keys_a.get(pc) == keys_b.get(pd) and family(c) == family(d):
                    return 95
                gc, gd = parent(pc), parent(pd)
                if gc == gd or became.get(gc, ("",))[0] == gd:
                    return 85
                if keys_a.get(gc) == keys_b.get(gd) and family(c) == family(d) and gc:
                    return 80
            if level(c) == 2 and family(c) == family(d):
                return 99
            return 0

        for depth in (2, 3, 4):
            taken = collections.defaultdict(list)
            for c in [g for g in gone if level(g) == depth] + [o for o in other if level(o) == depth]:
                found = [(nearness(c, d), d) for d in by_name[len(c), keys_a[c]] if d != c]
                found = sorted((f for f in found if f[0] >= 80), reverse=True)
                if found and (len(found) == 1 or found[0][0] > found[1][0]):
                    became[c] = (found[0][1], found[0][0])
                    taken[found[0][1]].append(c)
            # What is left: another spelling inside the same (moved) parent.
            free = collections.defaultdict(list)
            for d in born:
                if level(d) == depth and d not in taken:
                    free[parent(d)].append(d)
            for c in gone:
                if level(c) != depth or c in became:
                    continue
                home = became.get(parent(c), (parent(c),))[0]
                near = sorted(((alike(keys_a[c], keys_b[d]), d) for d in free[home]), reverse=True)
                if near and near[0][0] >= 0.75 and (len(near) == 1 or near[0][0] - near[1][0] > 0.1):
                    became[c] = (near[0][1], 70)
                    taken[near[0][1]].append(c)
            for d, sources in taken.items():
                for c in sources:
                    sort = "moved"
                    if len([s for s in sources if s in set(gone)]) > 1:
                        sort = "merged"
                    sure = became[c][1] - (20 if c not in set(gone) else 0)
                    out.append((c, a, d, b, sort, sure))
        flow = collections.defaultdict(collections.Counter)
        for c, (d, sure) in became.items():
            if c not in new:
                flow[parent(c)][parent(d)] += 1
        for c in gone:
            if c in became:
                continue
            targets = flow.get(c)
            if level(c) < 4 and targets:
                total = sum(targets.values())
                parts = [(d, n) for d, n in targets.most_common() if n / total >= 0.2]
                for d, n in parts:
                    out.append((c, a, d, b, "split" if len(parts) > 1 else "moved",
                                min(90, 50 + 40 * n // total)))
            else:
                out.append((c, a, "", b, "retired", 50))
        # New districts, regencies and provinces that took places from one that lives on.
        heirs = {d for d, _ in became.values()}
        for d in sorted(born):
            if level(d) == 4 or d in heirs:
                continue
            for c, targets in sorted(flow.items()):
                if targets.get(d) and c in new and c != d:
                    out.append((c, a, d, b, "split", 90))
        for c in sorted(old):
            if level(c) > 1 and c in new and c not in became and keys_a[c] != keys_b[c]:
                if alike(keys_a[c], keys_b[c]) < 0.75:
                    out.append((c, a, c, b, "renamed", 60 if c in other else 80))
    return sorted(out)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    lists = read(sys.argv[1])
    years = sorted(lists)
    rows = spells(lists)
    data = pathlib.Path(__file__).resolve().parent.parent / "data"
    with open(data / "regions.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "name", "since", "until"])
        out.writerows(rows)
    with open(data / "successions.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "last", "became", "since", "sort", "confidence"])
        out.writerows(successions(years, lists, name_in(rows)))


if __name__ == "__main__":
    main()
