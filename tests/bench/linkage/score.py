"""Precision, recall and F1 of pairs, and of the pairs within entities."""

import numpy


def _pairs_within(*keys):
    """How many pairs of rows agree on all keys."""
    _, counts = numpy.unique(keys[0] if len(keys) == 1 else numpy.stack(keys), return_counts=True, axis=-1)
    counts = counts.astype(numpy.int64)
    return int((counts * (counts - 1) // 2).sum())


def _between_lists(at, *keys):
    """As above, of rows of different lists."""
    return _pairs_within(*keys) - _pairs_within(at, *keys)


def _f1(right, found, true):
    precision = right / found if found else 0.0
    recall = right / true if true else 0.0
    return precision, recall, 2 * right / (found + true) if found + true else 0.0


def _count(at, link):
    return (lambda *keys: _between_lists(at, *keys)) if link else _pairs_within


def true_pairs(at, entity, link):
    return _count(at, link)(entity)


def of_clusters(at, entity, found, link):
    """`found` is a number for every row; link: only pairs between lists are asked for."""
    count = _count(at, link)
    found = numpy.unique(found, return_inverse=True)[1]
    return _f1(count(entity, found), count(found), count(entity))


def of_pairs(at, entity, left, right, link):
    """left and right are rows of pairs that are said to be the same, each pair once."""
    good = int((entity[left] == entity[right]).sum())
    return _f1(good, len(left), true_pairs(at, entity, link))
