"""The log's chain, checked by another program: what docs/store-file.md says, with Python's own BLAKE2b."""

import datetime
import hashlib
import sqlite3

import bina


def number(value):
    return (value & (2**64 - 1)).to_bytes(8, "little")


def text(value):
    return number(-1) if value is None else number(len(value.encode())) + value.encode()


def check_chain(path):
    """How many commits were checked."""
    file = sqlite3.connect(path)
    before, count = bytes(32), 0
    for commit in file.execute("SELECT id >> 35, number, made, actor, why, rule, hash FROM commits"
                               " ORDER BY number").fetchall():
        store, nth, made, actor, why, rule, kept = commit
        commitments = []
        for record, action, old, new, salt, commitment in file.execute(
                "SELECT record, action, old, new, salt, commitment FROM changes"
                " WHERE commit_number = ? ORDER BY id", (nth,)):
            if salt is not None:
                made_anew = hashlib.blake2b(
                    number(record) + text(action) + text(old) + text(new), digest_size=32,
                    key=bytes.fromhex(salt))
                assert made_anew.hexdigest() == commitment
            commitments.append(bytes.fromhex(commitment))
        time = datetime.datetime.fromisoformat(made.replace("Z", "+00:00"))
        milliseconds = round(time.timestamp() * 1000)
        head = (number(len(commitments)) + number(store) + number(nth) + number(milliseconds)
                + text(actor) + text(why) + text(rule) + before)
        assert hashlib.blake2b(b"".join(commitments) + head, digest_size=32).hexdigest() == kept
        before, count = bytes.fromhex(kept), count + 1
    file.close()
    return count


def test_another_program_verifies_the_chain(tmp_path):
    path = tmp_path / "lotim.db"
    with bina.open(path, office="52.03/1", actor="Petugas É") as reg:
        first = reg.enterprises.add(name="Tenun “Ikat” Lestari", workers=3, latitude=-8.5)
        with reg.transaction("pendataan ulang"):
            reg.enterprises.add_many([{"name": f"Usaha {n}", "workers": n} for n in range(70)])
        first.workers = 4
        reg.enterprises.update(first)
        person = reg.persons.add(name="Inaq Sari", address="Gang 7")
        reg.persons.erase(person.id, "permintaan")
    assert check_chain(path) == 5
