"""Protects reviewing on a terminal: keys decide, every verdict is kept at once, nothing overflows."""

import os
import pty
import re
import select
import shutil
import signal
import struct
import termios
import time
import fcntl

import pytest

import doubtful

BINA = os.environ.get("BINA") or shutil.which("bina")
pytestmark = pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
STYLE = re.compile(r"\x1b\[[0-9;]*m")


class Terminal:
    """`bina review` on a terminal of its own."""

    def __init__(self, path, *options, lang="en", columns=80, lines=24, **environment):
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm", LC_ALL="C.UTF-8", BINA_ACTOR="Sri", **environment)
            os.execv(BINA, [BINA, "--lang", lang, "review", str(path), *options])
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)
        self.screen = ""
        self.read()

    def read(self):
        """Reads until nothing more comes; the last whole screen stays in `screen`, with styles."""
        text = b""
        while select.select([self.file], [], [], 0.4 if text else 5)[0]:
            try:
                more = os.read(self.file, 65536)
            except OSError:  # it ended
                break
            if not more:
                break
            text += more
        self.all = text.decode()
        if "\x1b[H" in self.all:
            self.screen = self.all.rsplit("\x1b[H", 1)[1].split("\x1b[J")[0].replace("\x1b[K", "")

    @property
    def plain(self):
        return STYLE.sub("", self.screen).split("\r\n")

    def press(self, keys):
        os.write(self.file, keys.encode())
        self.read()
        return self

    def end(self):
        """Waits for its end; gives how it ended."""
        for _ in range(100):
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                os.close(self.file)
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.05)
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError("the command does not end")


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "office.db"
    return path, doubtful.make(path)


def test_keys_decide_and_undo(register):
    path, (first, second, third) = register
    terminal = Terminal(path)
    assert "1 of 3" in terminal.plain[0] and "60%" in terminal.plain[0]
    terminal.press("s")
    assert "2 of 3" in terminal.plain[0] and "noted of 1: same enterprise" in terminal.plain[-1]
    assert doubtful.judgements(path) == {(first, "Sri"): ("same", None)}
    terminal.press("rsatu kios\x7f\x7fosk, é\r")
    assert "reason: satu kiosk, é" in terminal.plain[-1]
    terminal.press("d")
    assert doubtful.judgements(path)[second, "Sri"] == ("different", "satu kiosk, é")
    terminal.press("m")
    assert "1 left, 2 right" in terminal.plain[-1]
    terminal.press("2")
    assert doubtful.judgements(path)[third, "Sri"] == ("member_of", None)
    terminal.press("u").press("u")
    assert "2 of 3" in terminal.plain[0] and "undone" in terminal.plain[-1]
    assert doubtful.judgements(path) == {(first, "Sri"): ("same", None)}
    terminal.press("?")
    assert doubtful.judgements(path)[second, "Sri"] == ("cannot_tell", None)
    terminal.press("q")
    assert terminal.end() == 0
    assert "2 of 3 pairs noted" in terminal.all


def test_indonesian_keys(register):
    path, (first, second, third) = register
    terminal = Terminal(path, lang="id")
    assert "belum diputuskan" in terminal.plain[0]
    assert any("[p]emilik sama, usaha lain" in line for line in terminal.plain)
    terminal.press("l").press("p")
    assert doubtful.judgements(path) == {(second, "Sri"): ("same_owner", None)}
    terminal.press("\x1b[D\x1b[D").press("b")  # arrows go back
    assert doubtful.judgements(path)[first, "Sri"] == ("different", None)
    terminal.press("\x03")
    assert terminal.end() == 0


@pytest.mark.parametrize("columns, lines", [(80, 24), (60, 12), (160, 50)])
def test_the_screen_fits(register, columns, lines):
    path, _ = register
    terminal = Terminal(path, columns=columns, lines=lines)
    assert len(terminal.plain) <= lines
    assert max(map(len, terminal.plain)) <= columns
    text = "\n".join(terminal.plain)
    assert "Inaq Sari" in text and "Inak Sarii" in text
    if columns == 160:  # words beside every line, long values whole
        assert "phone one character apart: very strong evidence for" in text
        assert "dekat masjid" in text and "pasar lama" in text
    terminal.press("q")
    assert terminal.end() == 0


def test_differences_show_without_colour(register):
    path, _ = register
    terminal = Terminal(path, NO_COLOR="1")
    assert "\x1b[31m" not in terminal.screen and "\x1b[1;4;31m" not in terminal.screen
    owner = next(line for line in terminal.plain if "owner name" in line)
    assert owner.startswith("* ") and "+ " in owner
    assert "Ina\x1b[1;4mq\x1b[0m Sari" in terminal.screen
    assert "Ina\x1b[1;4mk\x1b[0m Sar\x1b[1;4mi\x1b[0mi" in terminal.screen
    terminal.press("q")
    terminal.end()


def test_kill_9_loses_nothing(register):
    path, (first, second, _) = register
    terminal = Terminal(path)
    terminal.press("s").press("h")
    os.kill(terminal.pid, signal.SIGKILL)
    os.waitpid(terminal.pid, 0)
    assert doubtful.judgements(path) == {(first, "Sri"): ("same", None),
                                         (second, "Sri"): ("same_household", None)}
    again = Terminal(path)
    assert "1 of 1" in again.plain[0]  # nobody is asked twice
    again.press("q")
    again.end()


def test_lists_cannot_steer_the_terminal(register):
    import bina
    path, (first, *_) = register
    with bina.open(path) as reg:
        row = reg.source_records[reg.pairs[first].first]
        row.business_name = "Kios \x1b[2J\x07\u009b2J \u202esdrawkcab"
        reg.source_records.update(row)
    terminal = Terminal(path)
    assert "\x1b[2J" not in terminal.all and "\x07" not in terminal.all
    assert "\u009b" not in terminal.all and "\u202e" not in terminal.all
    terminal.press("q")
    assert terminal.end() == 0


