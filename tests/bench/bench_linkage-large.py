"""Linkage of a million rows, beside Splink: seconds, memory, precision, recall.

    bench_linkage-large.py [10m]     (with 10m also ten million rows: minutes for Bina, much longer for Splink)

The rows come from make_lists, the generator of made-up enterprise lists; docs/benchmarks.md tells the rules.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "linkage"))

from table import Bench  # noqa: E402


def main():
    bench = Bench("linkage-large")
    bench.run("enterprises_1m")
    bench.kernel("one new record", "enterprises_1m", "record", runs=1)
    if "10m" in sys.argv[1:]:
        bench.run("enterprises_10m")
    else:
        bench.not_run.append("enterprises_10m: only when it is asked for (./run bench linkage-large 10m)")
    bench.finish()


if __name__ == "__main__":
    main()
