"""An environment of the peers' own under build/, and what the machine is."""

import datetime
import os
import pathlib
import platform
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[3]
FOLDER = TOP / "build" / "bench" / "linkage"
PACKAGES = ("splink", "duckdb", "recordlinkage", "rapidfuzz", "pyarrow", "pandas")
WHERE_IT_RUNS = ("dedupe",)  # has to be compiled where there is no wheel of it
BESIDE = ("BTrees<6",)       # what dedupe 3.0 asks of BTrees is no longer in 6


def python():
    """The Python that has the peers; makes its environment when it is not there yet."""
    made = TOP / "build" / "peers" / "bin" / "python"
    stamp = TOP / "build" / "peers" / ".stamp"
    wanted = " ".join((platform.python_version(),) + PACKAGES + WHERE_IT_RUNS + BESIDE)
    if stamp.exists() and stamp.read_text() == wanted:
        return str(made)
    print("Installing the peers (build/peers)", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", made.parents[1]], check=True)
    pip = [str(made), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if subprocess.run(pip + list(PACKAGES)).returncode != 0:
        sys.exit("bench_linkage: the peers could not be installed from PyPI")
    subprocess.run(pip + list(WHERE_IT_RUNS + BESIDE))
    stamp.write_text(wanted)
    return str(made)


def versions(peers_python):
    """What was installed, by name."""
    asked = PACKAGES + WHERE_IT_RUNS
    program = ("import importlib.metadata as m, sys\n"
               "for name in sys.argv[1:]:\n"
               "    try: print(name, m.version(name))\n"
               "    except m.PackageNotFoundError: pass\n")
    told = subprocess.run([peers_python, "-c", program, *asked], capture_output=True, text=True, check=True)
    found = dict(line.split() for line in told.stdout.splitlines())
    bina = subprocess.run(["bina", "--version"], capture_output=True, text=True, check=True)
    found["bina"] = bina.stdout.split()[1]
    return found


def machine():
    """One line on the machine, and its load now."""
    cpu = platform.processor() or platform.machine()
    flags = ""
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                cpu = line.partition(":")[2].strip()
            elif line.startswith("flags"):
                flags = line
    except OSError:
        pass
    vectors = "AVX-512" if "avx512bw" in flags else "AVX2" if "avx2" in flags else "no AVX2"
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {"date": datetime.date.today().isoformat(), "cpu": cpu, "vectors": vectors,
            "cores": os.cpu_count(), "memory_gb": round(memory, 1), "load": round(os.getloadavg()[0], 1),
            "system": platform.system() + " " + platform.machine()}
