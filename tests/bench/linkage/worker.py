"""One tool on one set in a process of its own:  worker.py TASK TOOL VARIANT.  Prints one line of JSON."""

import importlib
import inspect
import json
import os
import resource
import sys
import time

import score
import sets
from kernels import KERNELS
from tasks import TASKS

ADAPTERS = {"bina": "bina_link", "splink": "splink_link", "recordlinkage": "recordlinkage_link",
            "dedupe": "dedupe_link"}


def main():
    # A tool that would take the whole machine is stopped before.
    most = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * 6 // 10
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    name, tool, variant = sys.argv[1:4]
    task = TASKS[name]
    tables, at, entity = sets.load(task["set"])
    if variant in KERNELS:
        print(json.dumps(KERNELS[variant][tool](task, tables)))
        return
    adapter = importlib.import_module(ADAPTERS[tool])
    rows = adapter.prepared(task, tables) if hasattr(adapter, "prepared") else tables
    if rows is not tables:
        del tables
    arguments = [task, variant, rows] + ([entity] if "truth" in inspect.signature(adapter.run).parameters else [])
    began = time.perf_counter()
    found = adapter.run(*arguments)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {"seconds": seconds, "peak_mb": peak}
    told["precision"], told["recall"], told["f1"] = score.of_clusters(at, entity, found["entity"], task["link"])
    if "pairs" in found and len(entity) <= 200000:
        told["pair_f1"] = score.of_pairs(at, entity, *found["pairs"](), task["link"])[2]
    if "candidates" in found:
        count, true = found["candidates"](entity)
        told["candidates"] = count
        told["blocking_recall"] = true / score.true_pairs(at, entity, task["link"])
    print(json.dumps(told))


if __name__ == "__main__":
    main()
