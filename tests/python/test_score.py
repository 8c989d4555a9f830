"""Pairs from elsewhere, scored: as tuples, arrays, files and Arrow streams, all alike."""

from array import array

import pytest

import bina
from test_link import Stream, shops


DOUBTING = {"options": {"threads": 2, "review": 0.05}}  # such lists leave few doubts


@pytest.fixture(scope="module")
def result():
    rows = shops()
    spoilt = [dict(row, nama=row["nama"][:-1]) if n % 3 == 0 else row for n, row in enumerate(rows)]
    return bina.link(dinas=rows, koperasi=spoilt, settings=DOUBTING)


def explained(result, pair):
    return sum(reason.weight for reason in
               result.explain(pair.list_a, pair.row_a, pair.list_b, pair.row_b))


def test_given_pairs_weigh_what_the_linkage_says(result):
    kept = result.pairs.to_list()
    scores = result.score(result.pairs).to_list()
    assert len(scores) == len(kept) > 50
    for one, other in zip(kept, scores):
        assert (one.list_a, one.row_a, one.list_b, one.row_b, one.weight, one.probability) == (
            other.list_a, other.row_a, other.list_b, other.row_b, other.weight, other.probability)


def test_pairs_that_no_one_kept_are_scored_too(result):
    pairs = [("dinas", a, "koperasi", b) for a in range(1, 61, 7) for b in range(1, 61)]
    pairs += [("koperasi", 5, "dinas", 5), ("dinas", 3, "dinas", 9)]
    scores = result.score(pairs).to_list()
    assert [(s.list_a, s.row_a, s.list_b, s.row_b) for s in scores] == pairs
    for score in scores[::13]:
        assert score.weight == pytest.approx(explained(result, score), abs=1e-9)
        assert score.probability == pytest.approx(1 / (1 + 2 ** -score.weight))
    fields = [row["field"] for row in result.settings["comparison"]]
    assert list(scores[0].keys())[6:] == ["level_" + field for field in fields]
    twin = next(s for s in scores if s.row_a == s.row_b == 8)
    assert twin.level_nama == max(s.level_nama for s in scores), "the same words are equal"


def test_arrays_give_the_same_numbers(result):
    rows = [(a, b) for a in range(1, 61) for b in range(1, 61)]
    weights, levels = result.score_rows("dinas", array("q", (a for a, _ in rows)),
                                        "koperasi", [b for _, b in rows])
    scores = result.score(rows).to_list()
    assert list(weights) == [score.weight for score in scores]
    fields = [row["field"] for row in result.settings["comparison"]]
    for packed, score in list(zip(levels, scores))[::17]:
        assert [packed >> 3 * n & 7 for n in range(len(fields))] == [
            score["level_" + field] for field in fields]


def test_a_million_numbers_are_as_a_few(result):
    """From some hundred thousand pairs on they lie in memory of their own."""
    few, times = array("q", range(1, 61)), 10_000
    one, levels_of_one = result.score_rows("dinas", few, "koperasi", few)
    weights, levels = result.score_rows("dinas", few * times, "koperasi", few * times)
    assert len(weights) == len(levels) == 60 * times
    assert weights.tobytes() == one.tobytes() * times
    assert levels.tobytes() == levels_of_one.tobytes() * times
    weights[0] = 1.5  # the caller's own


def test_what_is_not_there_is_refused(result):
    with pytest.raises(KeyError, match="no row 61"):
        result.score([("dinas", 61, "koperasi", 1)]).to_list()
    with pytest.raises(KeyError, match="no list \"dinkes\""):
        result.score([("dinkes", 1, "koperasi", 1)]).to_list()
    with pytest.raises(KeyError):
        result.score_rows("dinas", [0], "koperasi", [1])
    with pytest.raises(ValueError):
        result.score_rows("dinas", [1, 2], "koperasi", [1])
    with pytest.raises(bina.UsageError, match="row_b"):
        result.score([{"row_a": 1}]).to_list()
    with pytest.raises(bina.UsageError):
        result.score([("dinas", 1, 1)]).to_list()


def test_no_pairs_are_no_scores(result):
    assert result.score([]).to_list() == []
    pyarrow = pytest.importorskip("pyarrow")
    schema = pyarrow.schema([("row_a", pyarrow.int64()), ("row_b", pyarrow.int64())])
    for none in (schema.empty_table(), pyarrow.RecordBatchReader.from_batches(schema, [])):
        assert pyarrow.table(result.score(none)).num_rows == 0


def test_wrong_arrow_is_refused_in_words(result):
    pyarrow = pytest.importorskip("pyarrow")

    def scored(**columns):
        return pyarrow.table(result.score(pyarrow.table(columns)))
    for wrong, why in (([1, None], 'no row in "row_a"'), (["1", "x"], 'no row in "row_a"'),
                       ([1, 0], "no row 0"), ([1, -5], "no row -5"), ([1, 2 ** 62], "no row 46116860184"),
                       ([1, 61], "no row 61")):
        with pytest.raises(OSError, match=why):
            scored(row_a=wrong, row_b=[1, 1])
    for wrong in ([1.0, 2.0], [True, False]):
        with pytest.raises(bina.UsageError, match="whole numbers"):
            scored(row_a=wrong, row_b=[1, 1])
    with pytest.raises(bina.UsageError, match="must be text"):
        scored(list_a=[1, 2], row_a=[1, 2], row_b=[1, 1])
    with pytest.raises(OSError, match='no list "dinkes"'):
        scored(list_a=["dinas", "dinkes"], row_a=[1, 2], row_b=[1, 1])
    with pytest.raises(bina.UnsupportedError):
        scored(row_a=[[1], [2]], row_b=[1, 1])


def test_an_engine_that_fails_halfway_says_why(result):
    pyarrow = pytest.importorskip("pyarrow")

    def batches():
        yield pyarrow.record_batch({"row_a": [1, 2], "row_b": [1, 2]})
        raise RuntimeError("the engine stopped")
    schema = pyarrow.schema([("row_a", pyarrow.int64()), ("row_b", pyarrow.int64())])
    reader = pyarrow.RecordBatchReader.from_stream(
        result.score(pyarrow.RecordBatchReader.from_batches(schema, batches())))
    assert len(reader.read_next_batch()) == 2
    with pytest.raises(OSError, match="the engine stopped"):
        reader.read_next_batch()


def test_pairs_of_a_file_are_read_as_they_were_written(result, tmp_path):
    path = tmp_path / "pairs.csv"
    result.pairs.write_csv(path)
    assert [score.weight for score in result.score(str(path))] == [p.weight for p in result.pairs]


def test_a_fitted_linkage_scores_without_looking_for_pairs(result):
    rows = shops()
    spoilt = [dict(row, nama=row["nama"][:-1]) if n % 3 == 0 else row for n, row in enumerate(rows)]
    fitted = bina.link(dinas=rows, koperasi=spoilt, fit_only=True)
    with pytest.raises(bina.UsageError):
        fitted.pairs.to_list()
    pairs = [(n, n) for n in range(1, 61)]
    assert [s.weight for s in fitted.score(pairs)] == [s.weight for s in result.score(pairs)]


def test_scores_outlive_their_linkage():
    linkage = bina.link(a=shops(), b=shops())
    stream = Stream(linkage.score([(n, n) for n in range(1, 61)]))
    capsule = stream.__arrow_c_stream__()
    del linkage, stream

    class Taken:
        def __arrow_c_stream__(self, requested_schema=None):
            return capsule
    other = bina.link(rows=Taken(), settings={"comparison": {"field": "weight", "compare": "number"}})
    assert len(other.entities.to_list()) == 60


def test_arrow_goes_in_and_comes_out(result):
    pyarrow = pytest.importorskip("pyarrow")
    for text in (pyarrow.string(), pyarrow.large_string(), pyarrow.dictionary(pyarrow.int8(), pyarrow.string())):
        for number in (pyarrow.int64(), pyarrow.uint32(), pyarrow.int32(), pyarrow.int16(), pyarrow.uint8(),
                       pyarrow.decimal128(19, 0)):
            table = pyarrow.table({
                "list_a": pyarrow.array(["koperasi"] * 300).cast(text),
                "row_a": pyarrow.array([1 + n % 60 for n in range(300)]).cast(number),
                "list_b": pyarrow.array(["dinas"] * 300).cast(text),
                "row_b": pyarrow.array([1 + n % 60 for n in range(300)]).cast(number)}).slice(7, 200)
            scores = pyarrow.table(result.score(table))
            scores.validate(full=True)
            assert scores["row_a"].to_pylist() == [1 + n % 60 for n in range(7, 207)]
            assert scores["weight"].to_pylist()[:10] == [
                s.weight for s in result.score([("dinas", n, "koperasi", n) for n in range(8, 18)])]


def test_names_of_lists_come_in_runs_and_alone(result):
    """Runs of one name are read at once: what ends a run is another name, or none at all."""
    pyarrow = pytest.importorskip("pyarrow")
    names = ["koperasi", "koperasi", "dinas", None, None, "koperasi", None, "dinas", "dinas", "dinas"] * 6
    rows = list(range(1, 61))
    other = [n % 60 + 1 for n in rows]
    expected = [s.weight for s in result.score(
        [(name or "dinas", n, "koperasi", o) for name, n, o in zip(names, rows, other)])]
    for text in (pyarrow.string(), pyarrow.large_string(), pyarrow.dictionary(pyarrow.int16(), pyarrow.string())):
        scores = pyarrow.table(result.score(pyarrow.table(
            {"list_a": pyarrow.array(names).cast(text), "row_a": rows, "row_b": other})))
        assert scores["list_a"].to_pylist() == [name or "dinas" for name in names]
        assert scores["weight"].to_pylist() == expected


def test_duckdb_joins_and_the_linkage_weighs(result):
    duckdb = pytest.importorskip("duckdb")
    connection, other = duckdb.connect(), duckdb.connect()
    joined = other.sql("select a as row_a, a % 60 + 1 as row_b from range(1, 61) t(a)")
    scores = result.score(joined)
    found = connection.sql("select count(*), min(weight) from scores").fetchall()[0]
    assert found[0] == 60
    assert found[1] == min(s.weight for s in result.score([(n, n % 60 + 1) for n in range(1, 61)]))


def test_arrow_is_read_as_it_is_scored(result):
    pyarrow = pytest.importorskip("pyarrow")
    given = []

    def batches():
        for n in range(50):
            given.append(n)
            yield pyarrow.record_batch({"row_a": [1, 2, 3], "row_b": [n + 1, n + 1, n + 1]})
    schema = pyarrow.schema([("row_a", pyarrow.int64()), ("row_b", pyarrow.int64())])
    reader = pyarrow.RecordBatchReader.from_stream(
        result.score(pyarrow.RecordBatchReader.from_batches(schema, batches())))
    reader.read_next_batch()
    assert len(given) <= 2, "never more than a batch ahead"
    assert sum(len(batch) for batch in reader) == 147


def test_polars_frames_are_read_natively():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"nama": ["Kopi Sari dari Pringgasela", "Tenun", None], "n": [1, None, 3]})
    result = bina.link(a=frame.with_columns(polars.col("nama").cast(polars.Categorical).alias("jenis")),
                       b=shops())
    assert len(result.entities.to_list()) == 63


def test_questions_are_asked_and_their_answers_teach(result):
    questions = result.questions(15).to_list()
    assert 0 < len(questions) <= 15
    assert list(questions[0].keys()) == ["list_a", "row_a", "list_b", "row_b", "weight", "probability",
                                         "gain", "alike"]
    assert all(question.gain > 0 and question.alike >= 1 for question in questions)
    rows = shops()
    spoilt = [dict(row, nama=row["nama"][:-1]) if n % 3 == 0 else row for n, row in enumerate(rows)]
    verdicts = [(q.list_a, q.row_a, q.list_b, q.row_b, q.list_a != q.list_b and q.row_a == q.row_b)
                for q in questions]
    taught = bina.link(dinas=rows, koperasi=spoilt, verdicts=verdicts, settings=DOUBTING)
    asked = {verdict[:4] for verdict in verdicts}
    assert not asked & {(q.list_a, q.row_a, q.list_b, q.row_b) for q in taught.questions(15)}
    assert [s.weight for s in taught.score([(1, 1), (2, 5)])] != [s.weight for s in result.score([(1, 1), (2, 5)])]
    with pytest.raises(bina.UsageError):
        result.questions(0).to_list()
