"""Linkage beside its peers on the same rows and two threads: seconds, memory, precision, recall.

    bench_linkage.py [task ...]     (default: all but the large lists; BINA_DATA names a folder with
                                     historical_50k.csv and fake_1000.csv)

Timed is the way from rows in memory to entity ids, training included. docs/benchmarks.md tells the rules.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "linkage"))

from table import Bench  # noqa: E402

TASKS = ("febrl4", "febrl3", "fake_1000", "historical_50k", "enterprises_20k", "enterprises_100k")


def main():
    bench = Bench("linkage")
    for name in sys.argv[1:] or TASKS:
        bench.run(name)
    if not sys.argv[1:]:
        bench.kernel("Jaro-Winkler, one name against many", "enterprises_100k", "pairs")
        bench.kernel("given pairs, 8 fields", "febrl4", "pairs")
    bench.finish()


if __name__ == "__main__":
    main()
