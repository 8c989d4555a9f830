"""Bina: automatic (nothing is told but the number of threads) and with settings written by hand."""

import bina
import numpy
import pyarrow
import pyarrow.compute

THREADS = {"threads": 2}


def _field(name, compare, role, column=None, take=None, **more):
    """A comparison with the column it looks at."""
    return ({"column": column or name, "field": name, "role": role, **({"take": take} if take else {})},
            {"field": name, "compare": compare, "role": role, "frequency": True, **more})


# What a person would write who knows the columns.
HAND = {
    "febrl": [
        _field("given_name", "name", "given_name"), _field("surname", "name", "surname"),
        _field("street_number", "exact", "text"), _field("address_1", "words", "text"),
        _field("suburb", "name", "place"), _field("postcode", "code", "postcode"),
        _field("date_of_birth", "date", "date"), _field("soc_sec_id", "code", "identifier")],
    "fake_1000": [
        _field("first_name", "name", "given_name"), _field("surname", "name", "surname"),
        _field("dob", "date", "date"), _field("city", "name", "place"),
        _field("email", "name", "email", given="first_name", or_given="surname")],
    "historical_50k": [
        _field("first_name", "name", "given_name"), _field("surname", "name", "surname"),
        _field("dob", "date", "date"), _field("birth_place", "name", "place"),
        _field("postcode_fake", "code", "postcode"), _field("occupation", "name", "category")],
    "enterprises": [
        _field("owner", "words", "person"), _field("business", "words", "business"),
        _field("nik", "code", "nik"), _field("phone", "code", "phone"), _field("born", "date", "date"),
        _field("village", "words", "place"),
        _field("hamlet", "words", "address", column="address", take="hamlet", given="village"),
        _field("rt", "exact", "address", column="address", take="rt"),
        _field("product", "words", "text", given="business", or_given="village")],
}


def settings_of(task, variant):
    if variant == "automatic":
        return {"options": THREADS}
    columns, comparisons = zip(*HAND[task["kind"]])
    return {"options": THREADS, "columns": columns, "comparisons": comparisons}


def link(task, variant, tables):
    lists = {f"list_{n}": table for n, table in enumerate(tables)}
    return bina.link(**lists, settings=settings_of(task, variant))


def run(task, variant, tables):
    """Entities as a function of the rows; what is asked for later is not timed."""
    linked = link(task, variant, tables)
    found = {"entity": pyarrow.table(linked.entities)["entity"].to_numpy()}

    def matched():
        pairs = pyarrow.table(linked.pairs)
        pairs = pairs.filter(pyarrow.compute.equal(pairs["verdict"], "match"))
        starts = numpy.cumsum([0] + [table.num_rows for table in tables])
        number = {f"list_{n}": start for n, start in enumerate(starts[:-1])}
        sides = []
        for side in "ab":
            at = pairs["list_" + side].combine_chunks().dictionary_encode()
            first = numpy.array([number[name] for name in at.dictionary.to_pylist()], dtype=numpy.int64)
            sides.append(first[at.indices.to_numpy()] + pairs["row_" + side].to_numpy() - 1)
        return sides

    found["pairs"] = matched
    return found
