#!/usr/bin/env python3
"""Make three offices' lists of the home industries of Kabupaten Lombok Timur, with the truth beside them.

    python3 generate.py --out DIR [--seed 1] [--enterprises 21000] [--workbooks]

The same seed gives the same files, byte for byte.  Nothing of the library under test is used:
whoever reads these lists must find out by itself how they were spoiled.  CSV files need only the
standard library, --workbooks (.xlsx as the offices print them) also XlsxWriter.
"""

import argparse
import collections
import csv
import json
import pathlib
import random

from lists import Lists, MONTHS, RATES
from world import OFFICES, World

HERE = pathlib.Path(__file__).resolve().parent


def rupiah_long(rng, value):
    text = "Rp " + "{:,}".format(value).replace(",", ".")
    return text + ",-" if rng.random() < .15 else text


def rupiah_spoken(rng, value):
    if value < 1_000_000:
        return "%d %s" % (value // 1000, rng.choice(("ribu", "rb")))
    text = ("%.1f" % (value / 1_000_000)).rstrip("0").rstrip(".").replace(".", ",")
    return text + " " + rng.choice(("juta", "juta", "jt"))


def missing(rng, text, words):
    return text if text else rng.choice(words)


def area(village_code, short=False):
    """Hamlets of a kelurahan are called lingkungan."""
    if village_code[9:10] == "1":
        return "Lingk." if short else "Lingkungan"
    return "Dsn." if short else "Dusun"


def address(rng, code, hamlet, rt, rw, street):
    parts = []
    if street:
        word = rng.choice(("Jl.", "Jl. ", "Jln. ", "Jalan ", "Jl "))
        parts.append(word + street)
    if hamlet:
        word = rng.choice((area(code), area(code, True), area(code, True), "Gubuk"))
        parts.append(hamlet if hamlet.startswith(word) or rng.random() < .12 else word + " " + hamlet)
    if rt and rw:
        parts.append(rng.choice(("RT.%02d/RW.%02d", "RT %02d RW %02d", "RT %d/RW %d", "Rt.%02d/%02d",
                                 "RT %03d/%03d", "rt%d rw%d")) % (rt, rw))
    elif rt:
        parts.append(rng.choice(("RT.%02d", "RT %02d", "RT %d", "Rt. %02d", "RT%02d", "rt %d")) % rt)
    return rng.choice((" ", ", ", " ")).join(parts)


def disperin(lists, row):
    """The industry office: capitals, one address column, full money, semicolons."""
    rng = lists.rng
    village, code, district, hamlet, rt, rw, street = lists.place(row)
    blank = ("", "", "-", "TIDAK ADA")
    capital, workers, start = lists.capital(row), lists.workers(row), lists.start(row)
    when = lists.surveyed(row)
    return [row.at, missing(rng, lists.business_name(row), blank).upper(),
            lists.owner_name(row).upper(), missing(rng, lists.nik(row), blank),
            missing(rng, address(rng, code, hamlet, rt, rw, street), blank).upper(),
            missing(rng, village.upper(), ("", "-")), district.upper(),
            missing(rng, lists.phone(row), ("", "-", "-", "0")), lists.kbli(row),
            missing(rng, lists.product(row).upper(), ("", "-")), start or "", workers or "",
            rupiah_long(rng, capital) if capital else rng.choice(("", "-")),
            when.strftime("%d/%m/%Y")]


def title_case(text):
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def diskop(lists, row):
    """The cooperatives office: split address, spoken money, sex, curly apostrophes."""
    rng = lists.rng
    village, code, district, hamlet, rt, rw, street = lists.place(row)
    blank = ("", "-", "tidak ada", "--")
    capital, workers, start = lists.capital(row), lists.workers(row), lists.start(row)
    when = lists.surveyed(row)
    sex = row.person.sex if rng.random() > .01 else ("m" if row.person.sex == "f" else "f")
    started = str(start) if start else rng.choice(("", "-"))
    if start and rng.random() < .3:
        started = "%s %d" % (rng.choice(MONTHS), start)
    if hamlet and rng.random() < .15:
        hamlet = area(code, True) + " " + hamlet
    return [text.replace("'", "\u2019") if isinstance(text, str) else text for text in (
        row.at, lists.owner_name(row), {"m": "L", "f": "P"}[sex],
        missing(rng, lists.nik(row), blank), missing(rng, lists.business_name(row), blank),
        missing(rng, hamlet, blank), ("%02d" % rt) if rt else "", rw or "",
        missing(rng, village, ("", "-")), district, missing(rng, lists.phone(row), blank),
        missing(rng, title_case(lists.product(row)), blank), lists.kbli(row),
        rupiah_spoken(rng, capital) if capital else rng.choice(("", "tidak ada", "-")),
        workers or "", started, "%d %s %d" % (when.day, MONTHS[when.month - 1], when.year))]


def disdag(lists, row):
    """The trade office: region by code, the village sometimes inside the address, plain numbers."""
    rng = lists.rng
    village, code, district, hamlet, rt, rw, street = lists.place(row)
    blank = ("", "", "", "-")
    capital, workers, start = lists.capital(row), lists.workers(row), lists.start(row)
    nik = lists.nik(row)
    if len(nik) == 16 and rng.random() < .08:
        nik = "'" + nik
    where = address(rng, code, hamlet, rt, rw, street)
    if village and rng.random() < .45:
        kind = ("Kel. ", "Kelurahan ") if code[9:10] == "1" else ("Ds. ", "Desa ", "Desa ")
        where = (where + " " + rng.choice(kind) + village).strip()
        if rng.random() < .5:
            where += rng.choice((" Kec. ", ", Kec. ", " Kecamatan ")) + district
            if rng.random() < .3:
                where += rng.choice((" Lotim", " Kab. Lombok Timur", " LOTIM"))
    name = lists.owner_name(row)
    if rng.random() < .12:
        name = name.upper() if rng.random() < .6 else name.lower()
    product = lists.product(row)
    return [row.at, code, missing(rng, lists.business_name(row), blank), name,
            missing(rng, nik, blank), missing(rng, lists.phone(row), blank),
            missing(rng, where, blank), missing(rng, product, blank), lists.kbli(row),
            workers or rng.choice(("", "0")), capital or rng.choice(("", "0")), start or "",
            lists.surveyed(row).isoformat()]


STYLES = {
    "disperin": (disperin, "utf-8-sig", ";", (
        "NO", "NAMA PERUSAHAAN", "NAMA PEMILIK", "NIK", "ALAMAT", "DESA/KELURAHAN", "KECAMATAN",
        "NO TELP", "KBLI", "JENIS PRODUK", "TAHUN BERDIRI", "TENAGA KERJA", "NILAI INVESTASI",
        "TGL DATA")),
    "diskop": (diskop, "cp1252", ",", (
        "No", "Nama Pemilik", "L/P", "No KTP", "Nama Usaha", "Dusun", "RT", "RW", "Desa",
        "Kecamatan", "No HP", "Bidang Usaha", "Kode KBLI", "Modal Usaha", "Jml TK",
        "Mulai Usaha", "Tgl Pendataan")),
    "disdag": (disdag, "utf-8", "\t", (
        "id", "kode_wilayah", "nama_usaha", "nama_pelaku_usaha", "nik", "telepon", "alamat",
        "komoditi", "kbli", "tk", "modal", "thn_mulai", "tgl_input")),
}


def write_lists(lists, out):
    for office, rows in lists.by_office.items():
        style, encoding, delimiter, header = STYLES[office]
        with open(out / (office + ".csv"), "w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=delimiter,
                                lineterminator="\r\n" if office != "disdag" else "\n")
            writer.writerow(header)
            writer.writerows(style(lists, row) for row in rows)


def write_truth(lists, out, ending):
    """truth.csv says who is who; errors.csv says who is named on a row and what befell it."""
    with open(out / "truth.csv", "w", encoding="utf-8", newline="") as truth, \
            open(out / "errors.csv", "w", encoding="utf-8", newline="") as faults:
        truth_writer = csv.writer(truth, lineterminator="\n")
        fault_writer = csv.writer(faults, lineterminator="\n")
        truth_writer.writerow(("file", "row", "entity", "owner", "scope", "kind"))
        fault_writer.writerow(("file", "row", "person", "errors"))
        for office, rows in lists.by_office.items():
            for row in rows:
                e = row.enterprise
                truth_writer.writerow((office + ending, row.at, e.id, e.owner.id, e.scope, e.kind))
                fault_writer.writerow((office + ending, row.at, row.person.id,
                                       " ".join(sorted(row.errors))))


def summary(world, lists, args):
    rows = lists.rows
    total = len(rows)
    befell = collections.Counter(name for row in rows for name in row.errors)
    overlap = collections.Counter()
    listed = {"industry": 0, "trade": 0, "group": 0}
    phones = {}
    for row in rows:
        if row.errors.isdisjoint(("no_phone", "phone_damaged")):
            phone = row.enterprise.owner.old_phone if "old_phone" in row.errors else row.enterprise.phone
            phones.setdefault(phone, set()).add(row.enterprise.id)
    shown = set().union(*phones.values())
    shared = set().union(*(es for es in phones.values() if len(es) > 1))
    for e in world.enterprises:
        if e.lists:
            listed[e.scope] += 1
            listed["group"] += e.kind == "group"
        if e.scope == "industry":
            overlap["+".join(OFFICES[i] for i in e.lists) or "none"] += 1
    sizes = collections.Counter(row.enterprise.id for row in rows)
    return {
        "seed": args.seed,
        "rows": {office: len(of) for office, of in lists.by_office.items()},
        "rows_total": total,
        "rows_industry": sum(row.enterprise.scope == "industry" for row in rows),
        "entities_industry": listed["industry"],
        "entities_trade": listed["trade"],
        "entities_total": listed["industry"] + listed["trade"],
        "groups": listed["group"],
        "population_industry": sum(e.scope == "industry" for e in world.enterprises),
        "owners": world.owners,
        "owners_with_two_businesses": world.two_businesses,
        "overlap_industry": dict(sorted(overlap.items())),
        "twins": {office: sum(r.twin for r in of) for office, of in lists.by_office.items()},
        "true_pairs": sum(n * (n - 1) // 2 for n in sizes.values()),
        "shared_phone": {"enterprises_with_phone": len(shown), "shared": len(shared),
                         "rate": round(len(shared) / max(1, len(shown)), 4)},
        "errors": {name: {"rows": befell[name], "rate": round(befell[name] / total, 4),
                          "wanted": RATES[name]} for name in RATES},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, required=True, help="directory to write to")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--enterprises", type=int, default=21000,
                        help="home industries on at least one list (default 21000)")
    parser.add_argument("--workbooks", action="store_true", help="write .xlsx instead of .csv")
    args = parser.parse_args()
    if args.enterprises < 1:
        parser.error("--enterprises must be at least 1")
    args.out.mkdir(parents=True, exist_ok=True)
    # One stream of chances for the world and one for the lists, so that a change of an error's
    # rate leaves the world as it was.
    world = World(HERE, random.Random("world %d" % args.seed), args.enterprises)
    world.number()
    lists = Lists(world, random.Random("lists %d" % args.seed))
    if args.workbooks:
        import workbooks
        workbooks.write(lists, STYLES, args.out, args.seed)
    else:
        write_lists(lists, args.out)
    write_truth(lists, args.out, ".xlsx" if args.workbooks else ".csv")
    with open(args.out / "world.json", "w", encoding="utf-8") as file:
        json.dump(summary(world, lists, args), file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
