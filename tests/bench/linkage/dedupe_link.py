"""dedupe, two cores. It learns from labelled pairs; an oracle that knows the truth answers its questions."""

import io
import contextlib

import dedupe
import numpy

QUESTIONS = 60
FIELDS = {
    "febrl": [("String", "given_name"), ("String", "surname"), ("ShortString", "street_number"),
              ("String", "address_1"), ("String", "suburb"), ("ShortString", "postcode"),
              ("ShortString", "date_of_birth"), ("ShortString", "soc_sec_id")],
    "fake_1000": [("String", "first_name"), ("String", "surname"), ("ShortString", "dob"), ("String", "city"),
                  ("String", "email")],
}


def prepared(task, tables):
    data, at = {}, 0
    for row in tables[0].to_pylist():
        data[at] = {name: value or None for name, value in row.items()} | {"number": at}
        at += 1
    return data


def run(task, variant, data, truth):
    fields = [getattr(dedupe.variables, kind)(name, has_missing=True) for kind, name in FIELDS[task["kind"]]]
    with contextlib.redirect_stderr(io.StringIO()):
        deduper = dedupe.Dedupe(fields, num_cores=2)
        deduper.prepare_training(data)
        for _ in range(QUESTIONS):
            (pair,) = deduper.uncertain_pairs()
            same = truth[pair[0]["number"]] == truth[pair[1]["number"]]
            deduper.mark_pairs({"match": [pair] if same else [], "distinct": [] if same else [pair]})
        deduper.train()
        clusters = deduper.partition(data, .5)
    entity = numpy.empty(len(data), dtype=numpy.int64)
    for n, (rows, _) in enumerate(clusters):
        entity[list(rows)] = n
    return {"entity": entity}
