"""From three workbooks to a statement, step by step: seconds, seconds of processor, greatest memory.

    bench_flow.py [rows ...]        (default 21000; give 200000 for a province's worth)

The lists are those of examples/lombok-timur.  Beside the importing stands what it takes another
reader (openpyxl, read-only) just to read the cells of the same three files.
"""

import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
LISTS = ("disperin", "diskop", "disdag")
READ = """
import openpyxl, sys
for path in sys.argv[1:]:
    for sheet in openpyxl.load_workbook(path, read_only=True).worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
"""


def timed(*command):
    """Seconds, seconds of processor and megabytes of a command."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("bench_flow: %s ended with %d" % (" ".join(map(str, command)), status))
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run(rows):
    """Each step of the flow over about so many rows."""
    with tempfile.TemporaryDirectory() as name:
        out = pathlib.Path(name)
        # Of 1000 enterprises on the lists, about 1993 rows come.
        subprocess.run([sys.executable, TOP / "examples/lombok-timur/generate.py", "--workbooks", "--out", out,
                        "--seed", "2021", "--enterprises", str(round(rows / 1.993))], check=True)
        world = json.loads((out / "world.json").read_text())
        books = [out / (each + ".xlsx") for each in LISTS]
        store = out / "office.db"
        timed("bina", "init", store, "--office", "52.03/1")
        steps = {"import": [timed("bina", "import", store, book) for book in books],
                 "reconcile": [timed("bina", "reconcile", store)],
                 "statement": [timed("bina", "statement", store, "--out", out / "statement.html")]}
        steps["whole"] = [run for runs in steps.values() for run in runs]
        found = {step: (sum(run[0] for run in runs), sum(run[1] for run in runs), max(run[2] for run in runs))
                 for step, runs in steps.items()}
        found["openpyxl reads the cells"] = timed(sys.executable, "-c", READ, *books)
        return world["rows_total"], found


def main():
    sizes = [int(text) for text in sys.argv[1:]] or [21000]
    version = subprocess.run(["bina", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    machine = "%s, %d cores, Python %s" % (platform.machine(), os.cpu_count(), platform.python_version())
    print("%s; %s" % (version, machine))
    print("%-10s %-26s %9s %9s %9s" % ("rows", "step", "seconds", "cpu", "peak MB"))
    results = []
    for size in sizes:
        rows, found = run(size)
        for step, (seconds, cpu, megabytes) in found.items():
            print("%-10d %-26s %9.2f %9.2f %9.0f" % (rows, step, seconds, cpu, megabytes))
            results.append({"rows": rows, "step": step, "seconds": seconds, "cpu": cpu, "peak_mb": megabytes})
    folder = TOP / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "flow.json").write_text(json.dumps({"version": version, "machine": machine,
                                                  "results": results}, indent=1) + "\n")


if __name__ == "__main__":
    main()
