"""Parts of a linkage by themselves: scoring pairs that are given, and asking for one record's twins.

Every function takes the rows of a task and gives for each form of a tool how many things were done in how many
seconds.
"""

import time

import numpy

PEERS_PAIRS = 500_000  # for tools that would take minutes over all of them
QUERIES = 300          # names held against all
ASKED = 200            # records asked for, of which Splink gets the first five


# ---------------------------------------------------------------- Jaro-Winkler of one name against many


def names(tables):
    """The owners' names that differ, plain and of 1 to 16 letters; and those that are asked for."""
    owner = tables[0]["owner"].to_pandas().str.lower().str.replace(r"[^a-z ]", "", regex=True).drop_duplicates()
    owner = owner[owner.str.len().between(1, 16)].tolist()
    return owner, [owner[n * len(owner) // QUERIES] for n in range(QUERIES)]


def jaro_bina(task, tables):
    """From Python, by the widest form of the kernel that this machine has; bench_kernels tells of the others."""
    from bina.similarity import Texts

    many, asked_for = names(tables)
    began = time.perf_counter()
    texts = Texts(many)
    for name in asked_for:
        texts.jaro_winkler(name)
    return {"Texts.jaro_winkler": (len(many) * len(asked_for), time.perf_counter() - began)}


def jaro_rapidfuzz(task, tables):
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    many, asked_for = names(tables)
    began = time.perf_counter()
    process.cdist(asked_for, many, scorer=JaroWinkler.similarity, workers=1, dtype=numpy.float64)
    return {"process.cdist, workers=1": (len(many) * len(asked_for), time.perf_counter() - began)}


# ---------------------------------------------------------------- given pairs, 8 fields of FEBRL4


def given_pairs(tables):
    """Pairs between the two lists that agree on the state, by numbers of rows from 0."""
    states = [table["state"].to_pandas().str.strip() for table in tables]
    sides = [], []
    for state in sorted(set(states[0].dropna()) & set(states[1].dropna())):
        a, b = (numpy.flatnonzero(each == state) for each in states)
        sides[0].append(numpy.repeat(a, len(b)))
        sides[1].append(numpy.tile(b, len(a)))
    return numpy.concatenate(sides[0]), numpy.concatenate(sides[1])


def drawn_pairs(tables, count):
    """Pairs at random: nearly all of them of two strangers who share nothing."""
    random = numpy.random.default_rng(5)
    return tuple(random.integers(0, table.num_rows, count) for table in tables)


def kept_pairs(linked, count):
    """The pairs that the linkage itself keeps, again and again in any order."""
    import pyarrow

    kept = pyarrow.table(linked.pairs)
    chosen = numpy.random.default_rng(5).integers(0, len(kept), count)
    return tuple(kept[side].to_numpy()[chosen] - 1 for side in ("row_a", "row_b"))


def score_bina(task, tables):
    """Arrays of rows, and what DuckDB joins, as a stream of Arrow."""
    import bina_link
    import duckdb
    import pyarrow

    linked = bina_link.link(task, "by hand", tables)
    same_state = given_pairs(tables)
    kinds = {"same state": same_state, "drawn": drawn_pairs(tables, len(same_state[0])),
             "kept": kept_pairs(linked, len(same_state[0]))}
    told = {}
    for kind, sides in kinds.items():
        left, right = (side.astype(numpy.int64) + 1 for side in sides)
        began = time.perf_counter()
        linked.score_rows("list_0", left, "list_1", right)
        told[f"score_rows, {kind}"] = (len(left), time.perf_counter() - began)
    database = duckdb.connect(config={"threads": 2})
    for name, table in zip(("l", "r"), tables):
        numbers = pyarrow.array(numpy.arange(1, table.num_rows + 1))
        database.register(name, table.select(["state"]).append_column("row", numbers))
    began = time.perf_counter()
    joined = database.sql("select l.row as row_a, r.row as row_b from l join r on trim(l.state) = trim(r.state)")
    count = sum(len(batch) for batch in pyarrow.RecordBatchReader.from_stream(linked.score(joined)))
    told["score, joined by DuckDB"] = (count, time.perf_counter() - began)
    return told


def score_recordlinkage(task, tables):
    import pandas
    import recordlinkage
    import recordlinkage_link as settings

    frames = settings.prepared(task, tables)
    left, right = (side[:PEERS_PAIRS] for side in given_pairs(tables))
    right = right + len(frames[0])
    pairs = pandas.MultiIndex.from_arrays([left, right])
    compare = recordlinkage.Compare(n_jobs=1)
    names, dates = ("given_name", "surname", "address_1", "suburb"), ("date_of_birth", "postcode", "soc_sec_id")
    for column in names:
        compare.string(column, column, method="jarowinkler", label=column)
    for column in dates:
        compare.string(column, column, method="levenshtein", label=column)
    compare.exact("street_number", "street_number", label="street_number")
    began = time.perf_counter()
    compare.compute(pairs, *frames)
    return {"Compare.compute": (len(pairs), time.perf_counter() - began)}


def score_splink(task, tables):
    """predict() over the blocking rule that makes these pairs; blocking itself is cheap beside it."""
    import splink.comparison_library as cl
    import splink_link
    from splink import block_on

    frames = splink_link.prepared(task, tables)
    known = splink_link.febrl4()
    known["blocking"] = [block_on("state")]
    known["comparisons"] += [cl.JaroWinklerAtThresholds("address_1", [.9, .8]),
                             cl.JaroWinklerAtThresholds("suburb", [.9, .8])]
    linker = splink_link.trained(known, frames, link=True)
    began = time.perf_counter()
    linker.inference.predict()
    seconds = time.perf_counter() - began
    return {"predict, 2 threads": (len(given_pairs(tables)[0]), seconds)}


# ---------------------------------------------------------------- one new record


def asked(table, count=ASKED):
    """Records as a clerk would type them: rows of the list, without phone and with a letter doubled."""
    rows = table.take(numpy.linspace(0, table.num_rows - 1, count).astype(int)).to_pylist()
    for row in rows:
        row["phone"] = None
        if row["owner"]:
            row["owner"] = row["owner"][:3] + row["owner"][2:]
    return rows


def times(form, seconds):
    """How long one takes, and how long the slower ones."""
    return {f"{form}, p{part}": (1, float(numpy.percentile(seconds, part))) for part in (50, 95, 99)}


def one_bina(task, tables):
    import bina_link

    linked = bina_link.link(task, "automatic", tables)
    for record in asked(tables[0], 23):  # others than those timed; what is needed is laid out
        list(linked.match(record, "list_0"))
    seconds = []
    for record in asked(tables[0]):
        began = time.perf_counter()
        list(linked.match(record, "list_0"))
        seconds.append(time.perf_counter() - began)
    return times("match", seconds)


def one_splink(task, tables):
    import pandas
    import splink_link

    frames = splink_link.prepared(task, tables)
    known = splink_link.enterprises()
    linker, api, registered = splink_link.trained(known, frames, link=False, whole=True)
    seconds = []
    for n, record in enumerate(asked(tables[0])[:5]):
        frame = pandas.DataFrame([record], columns=tables[0].column_names).astype(object)
        splink_link.clean_enterprises(frame)
        frame.insert(0, "unique_id", -1 - n)
        new = api.register(frame)
        began = time.perf_counter()
        linker.inference.predict_between(new, registered, threshold_match_probability=.2).as_pyarrow_table()
        seconds.append(time.perf_counter() - began)
    return {"predict_between, p50": (1, float(numpy.median(seconds)))}


KERNELS = {
    "Jaro-Winkler, one name against many": {"bina": jaro_bina, "rapidfuzz": jaro_rapidfuzz},
    "given pairs, 8 fields": {"bina": score_bina, "splink": score_splink, "recordlinkage": score_recordlinkage},
    "one new record": {"bina": one_bina, "splink": one_splink},
}
