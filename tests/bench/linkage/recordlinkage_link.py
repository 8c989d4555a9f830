"""recordlinkage: the recipe of its documentation, and once with more blocks and its unsupervised classifier.

The recipe (its examples "Link two datasets" and "Data deduplication", both on FEBRL): block on the given name,
compare six columns, and take what agrees on more than three. The other sets are set after that pattern. The
wider run compares further columns and lets ECM (expectation maximisation) decide. One job, which is its
default: starting a second one took longer than it saved. Linked rows make up entities by connected components.
"""

import numpy
import recordlinkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

EXACT, NAME, EDIT = "exact", "jarowinkler", "levenshtein"
SETTINGS = {
    "febrl": {
        "blocks": ["given_name"], "wider": ["surname", "date_of_birth", "soc_sec_id", "postcode"],
        "compare": {"given_name": EXACT, "surname": NAME, "date_of_birth": EXACT, "suburb": EXACT,
                    "state": EXACT, "address_1": EDIT},
        "more": {"given_name": NAME, "suburb": NAME, "street_number": EXACT, "postcode": EXACT,
                 "soc_sec_id": EXACT}},
    "fake_1000": {
        "blocks": ["first_name"], "wider": ["surname", "dob", "email"],
        "compare": {"first_name": NAME, "surname": NAME, "dob": EXACT, "city": EXACT, "email": EDIT}},
    "historical_50k": {
        "blocks": [["first_name", "surname"]],
        "wider": ["dob", "postcode_fake"],
        "compare": {"first_name": NAME, "surname": NAME, "dob": EXACT, "birth_place": EXACT,
                    "postcode_fake": EDIT, "occupation": EXACT}},
    "enterprises": {
        "blocks": ["nik"], "wider": ["phone", ["owner", "village"], ["owner", "born"], ["business", "village"]],
        "compare": {"owner": NAME, "business": NAME, "nik": EXACT, "phone": EXACT, "born": EXACT,
                    "village": NAME},
        "more": {"address": NAME, "product": EXACT}},
}


def prepared(task, tables):
    import splink_link

    return [frame.set_index("unique_id") for frame in splink_link.prepared(task, tables)]


def run(task, variant, frames):
    known, wider = SETTINGS[task["kind"]], variant == "wider, ECM"
    index = recordlinkage.Index()
    for block in known["blocks"] + (known["wider"] if wider else []):
        index.block(block)
    candidates = index.index(*frames)
    compare = recordlinkage.Compare(n_jobs=1)
    columns = known["compare"] | (known.get("more", {}) if wider else {})
    for column, how in columns.items():
        if how == EXACT:
            compare.exact(column, column, label=column)
        else:
            compare.string(column, column, method=how, threshold=.85, label=column)
    features = compare.compute(candidates, *frames)
    if wider:
        same = recordlinkage.ECMClassifier().fit_predict(features)
    else:
        same = features.index[(features.sum(axis=1) > 3).to_numpy()]
    left, right = (same.get_level_values(side).to_numpy(dtype=numpy.int64) for side in (0, 1))
    rows = sum(len(frame) for frame in frames)
    graph = coo_matrix((numpy.ones(len(left)), (left, right)), shape=(rows, rows))
    entity = connected_components(graph, directed=False)[1]

    def blocked(truth):
        a, b = (candidates.get_level_values(side).to_numpy(dtype=numpy.int64) for side in (0, 1))
        return len(candidates), int((truth[a] == truth[b]).sum())

    return {"entity": entity, "pairs": lambda: (left, right), "candidates": blocked}
