"""Reading lists: rows a second and peak memory, beside openpyxl and calamine on the same files.

Each reading is a process of its own that reads every cell of every row. `bina import` goes on to
map, compare and store the rows. calamine takes part where python-calamine is installed.

    bench_lists.py [rows]
"""

import csv
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import time

HEADERS = ["No", "Nama Usaha", "Nama Pemilik", "NIK", "Alamat", "Desa", "Kecamatan", "Telepon",
           "Tanggal Lahir", "Jumlah Pekerja", "Omzet", "Jenis Usaha"]
FOLDER = pathlib.Path("build/bench/lists")


def made_up(count):
    """Rows of nobody: the same at every run, identity numbers of no province."""
    pick = random.Random(20201109)
    goods = ["Tenun", "Anyaman", "Kerupuk", "Gerabah", "Batik", "Tahu", "Mebel", "Kopi"]
    names = ["Siti", "Ahmad", "Lalu", "Baiq", "Made", "Nurul", "Inaq", "Amaq"]
    places = ["Aikmel", "Selong", "Masbagik", "Sakra", "Keruak", "Jerowaru", "Terara", "Sikur"]
    for n in range(1, count + 1):
        yield [n, f"{pick.choice(goods)} {pick.choice(names)} {pick.randrange(5000)}",
               f"{pick.choice(names)} {pick.choice(names)}", f"0203{pick.randrange(10**12):012}",
               f"RT {pick.randrange(20):02} RW {pick.randrange(10):02}",
               f"Desa {pick.randrange(254)}", pick.choice(places), f"08{pick.randrange(10**10):010}",
               f"{1 + pick.randrange(28):02}/{1 + pick.randrange(12):02}/{1950 + pick.randrange(50)}",
               pick.randrange(20), pick.randrange(50) * 1000000, pick.choice(goods)]


def write_files(count):
    import xlsxwriter

    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "list.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows(made_up(count))
    for name, options in [("inline", {"constant_memory": True}), ("shared", {})]:
        if name == "shared" and count > 200000:
            continue  # the writer holds all texts, not the readers
        book = xlsxwriter.Workbook(FOLDER / f"{name}.xlsx", options)
        sheet = book.add_worksheet("IKM")
        sheet.write_row(0, 0, HEADERS)
        for r, row in enumerate(made_up(count), 1):
            sheet.write_row(r, 0, row)
        book.close()


def read_bina(path):
    import bina

    cursor = bina.files.list_cursor(path)
    rows = 0
    while (batch := cursor.next_columns()) is not None:
        rows += batch[0]
    return rows


def read_openpyxl(path):
    import openpyxl

    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    return sum(1 for _ in sheet.iter_rows(values_only=True)) - 1


def read_calamine(path):
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(path)
    return sum(1 for _ in book.get_sheet_by_index(0).iter_rows()) - 1


def read_csv_module(path):
    with open(path, newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def import_into_register(path):
    store = FOLDER / "bench.db"
    for old in FOLDER.glob("bench.db*"):
        old.unlink()
    command = os.path.join(os.environ["BINA_BUILD"], "bin", "bina")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([command, "init", store, "--office", "52.03/1"], check=True, **quiet)
    subprocess.run([command, "import", store, path, "--list", "bench"], **quiet)
    return None


READERS = {"bina": read_bina, "openpyxl": read_openpyxl, "calamine": read_calamine,
           "csv": read_csv_module, "bina import": import_into_register}


def measure(reader, path):
    """Runs this file again with the reader's name: peak memory is a process's."""
    done = subprocess.run([sys.executable, __file__, "--read", reader, path], capture_output=True,
                          text=True)
    return json.loads(done.stdout) if done.returncode == 0 else None


def read_and_tell(reader, path):
    start = time.perf_counter()
    rows = READERS[reader](path)
    seconds = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_CHILDREN if rows is None else resource.RUSAGE_SELF)
    print(json.dumps({"rows": rows, "seconds": seconds, "peak_mb": usage.ru_maxrss / 1024}))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    # Not in this process: what it grows to would count as its children's peak, too.
    subprocess.run([sys.executable, __file__, "--write", str(count)], check=True)
    results = []
    print(f"{count} rows of {len(HEADERS)} columns")
    print(f"{'file':<12} {'reader':<12} {'seconds':>8} {'rows/s':>9} {'peak MB':>8}")
    for file, readers in [("inline.xlsx", ["bina", "calamine", "openpyxl", "bina import"]),
                          ("shared.xlsx", ["bina", "calamine", "openpyxl"]),
                          ("list.csv", ["bina", "csv", "bina import"])]:
        path = FOLDER / file
        for reader in readers if path.exists() else []:
            told = measure(reader, str(path))
            if told is None:
                continue  # not installed
            if told["rows"] not in (None, count):
                sys.exit(f"bench_lists: {reader} read {told['rows']} rows of {file}")
            told.update(file=file, reader=reader, rows=count)
            results.append(told)
            print(f"{file:<12} {reader:<12} {told['seconds']:>8.2f} "
                  f"{count / told['seconds']:>9.0f} {told['peak_mb']:>8.0f}")
    pathlib.Path("build/bench/lists.json").write_text(json.dumps(results, indent=1) + "\n")


if sys.argv[1:2] == ["--read"]:
    read_and_tell(sys.argv[2], sys.argv[3])
elif sys.argv[1:2] == ["--write"]:
    write_files(int(sys.argv[2]))
else:
    main()
