"""Texts are alike as published, also one against many, and whatever their script."""

import random
import subprocess
import sys

import pytest

import bina
from bina import similarity


# Winkler's own examples, as every later write-up repeats them.
@pytest.mark.parametrize("a, b, expected", [
    ("MARTHA", "MARHTA", 0.961), ("DIXON", "DICKSONX", 0.813), ("DWAYNE", "DUANE", 0.84),
    ("", "", 1.0), ("", "a", 0.0)])
def test_published_similarities(a, b, expected):
    assert similarity.jaro_winkler(a, b) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("a, b, levenshtein, osa", [
    ("kitten", "sitting", 3, 3), ("saturday", "sunday", 3, 3), ("ca", "abc", 3, 3),
    ("ab", "ba", 2, 1), ("Nyoman", "", 6, 6), ("Þóra", "Þora", 1, 1), ("a\0b", "ab", 1, 1)])
def test_published_distances(a, b, levenshtein, osa):
    assert similarity.levenshtein(a, b) == levenshtein
    assert similarity.osa(a, b) == osa


def made_up(count):
    draw = random.Random(5)
    syllables = ["su", "dar", "mi", "ah", "wa", "yan", "ni", "é", "山"]
    return ["".join(draw.choice(syllables) for _ in range(draw.randrange(12))) for _ in range(count)]


def test_one_against_many_is_each_alone():
    texts = made_up(400)
    column = bina.similarity.Texts(texts)
    assert len(column) == 400
    for one in texts[:25]:
        assert list(column.jaro_winkler(one)) == [similarity.jaro_winkler(one, t) for t in texts]
        assert list(column.levenshtein(one)) == [similarity.levenshtein(one, t) for t in texts]
        assert list(column.osa(one)) == [similarity.osa(one, t) for t in texts]
        assert list(column.osa(one, most=2)) == [min(similarity.osa(one, t), 3) for t in texts]
        alone = [similarity.jaro_winkler(one, t) for t in texts]
        assert list(column.jaro_winkler(one, least=0.85)) == [s if s >= 0.85 else 0 for s in alone]


def test_answers_are_numbers_in_a_row():
    answer = memoryview(similarity.Texts(["made", "wayan"]).osa("made"))
    assert answer.format == "I" and answer.nbytes == 8
    assert memoryview(similarity.Texts(()).jaro_winkler("made")).nbytes == 0


def test_without_numpy():
    code = ("import sys; sys.modules['numpy'] = None\n"
            "from bina import similarity\n"
            "print(similarity.Texts(['made']).jaro_winkler('made').tolist())")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          check=True).stdout == "[1.0]\n"


def test_what_is_no_text_is_refused():
    with pytest.raises(TypeError):
        similarity.jaro_winkler("made", None)
    with pytest.raises(TypeError):
        similarity.Texts(["made", 5])
    with pytest.raises(ValueError):
        similarity.Texts(["made"]).osa("made", most=-1)
