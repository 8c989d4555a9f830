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
        self.bytes = b""
        self.until(lambda: self.screen)
        if (columns, lines) != (80, 24):
            self.until(lambda: len(self.plain[0]) == columns and len(self.plain) == lines)

    def until(self, seen):
        """Reads until something is seen, ten seconds at most."""
        end = time.monotonic() + 10
        while not seen():
            assert time.monotonic() < end, self.plain
            if not select.select([self.file], [], [], 0.2)[0]:
                continue
            try:
                self.bytes += os.read(self.file, 65536)
            except OSError:  # it ended
                assert seen(), self.plain
                return

    @property
    def all(self):
        """Everything that was written."""
        return self.bytes.decode(errors="replace")

    @property
    def screen(self):
        """The last whole screen, with styles."""
        screens = [part.split("\x1b[J")[0] for part in self.all.split("\x1b[H")[1:]
                   if "\x1b[J" in part]
        return screens[-1].replace("\x1b[K", "") if screens else ""

    @property
    def plain(self):
        return STYLE.sub("", self.screen).split("\r\n")

    def press(self, keys, then=""):
        """Presses keys, and waits for a screen after them that says something."""
        before = len(self.bytes)
        os.write(self.file, keys.encode())
        self.until(lambda: b"\x1b[J" in self.bytes[before:] and then in STYLE.sub("", self.screen))
        return self

    def quit(self, key="q"):
        """Presses the key that ends it; gives how it ended."""
        os.write(self.file, key.encode())
        self.until(lambda: "bina reconcile" in self.all)
        return self.end()

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
    terminal.press("s", "noted of 1: same enterprise")
    assert "2 of 3" in terminal.plain[0]
    assert doubtful.judgements(path) == {(first, "Sri"): ("same", None)}
    terminal.press("rsatu kios\x7f\x7fosk, é\r", "reason: satu kiosk, é")
    terminal.press("d", "noted of 2: different")
    assert doubtful.judgements(path)[second, "Sri"] == ("different", "satu kiosk, é")
    terminal.press("m", "1 left, 2 right").press("2", "noted of 3: member of")
    assert doubtful.judgements(path)[third, "Sri"] == ("member_of", None)
    terminal.press("u", "undone").press("u", " 2 of 3 ")
    assert "undone" in terminal.plain[-1]
    assert doubtful.judgements(path) == {(first, "Sri"): ("same", None)}
    terminal.press("?", "noted of 2: cannot tell")
    assert doubtful.judgements(path)[second, "Sri"] == ("cannot_tell", None)
    assert terminal.quit() == 0
    assert "2 of 3 pairs noted" in terminal.all


def test_indonesian_keys(register):
    path, (first, second, third) = register
    terminal = Terminal(path, lang="id")
    assert "belum diputuskan" in terminal.plain[0]
    assert any("[p]emilik sama, usaha lain" in line for line in terminal.plain)
    terminal.press("l", " 2 dari 3 ").press("p", "dicatat untuk 2")
    assert doubtful.judgements(path) == {(second, "Sri"): ("same_owner", None)}
    terminal.press("\x1b[D", " 2 dari 3 ").press("\x1b[D", " 1 dari 3 ")  # arrows go back
    terminal.press("b", "dicatat untuk 1: berbeda")
    assert doubtful.judgements(path)[first, "Sri"] == ("different", None)
    assert terminal.quit("\x03") == 0


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
    if lines == 12:  # what does not fit is scrolled to
        assert "↓ more" in text and "very strong evidence for" not in text
        terminal.press("\x1b[6~\x1b[6~", "very strong evidence for")
    assert terminal.quit() == 0


def test_differences_show_without_colour(register):
    path, _ = register
    terminal = Terminal(path, NO_COLOR="1")
    assert "\x1b[31m" not in terminal.screen and "\x1b[1;4;31m" not in terminal.screen
    owner = next(line for line in terminal.plain if "owner name" in line)
    assert owner.startswith("* ") and "+ " in owner
    assert "Ina\x1b[1;4mq\x1b[0m Sari" in terminal.screen
    assert "Ina\x1b[1;4mk\x1b[0m Sar\x1b[1;4mi\x1b[0mi" in terminal.screen
    assert terminal.quit() == 0


def test_kill_9_loses_nothing(register):
    path, (first, second, _) = register
    terminal = Terminal(path)
    terminal.press("s", "noted of 1").press("h", "noted of 2")
    os.kill(terminal.pid, signal.SIGKILL)
    os.waitpid(terminal.pid, 0)
    assert doubtful.judgements(path) == {(first, "Sri"): ("same", None),
                                         (second, "Sri"): ("same_household", None)}
    again = Terminal(path)
    assert "1 of 1" in again.plain[0]  # nobody is asked twice
    assert again.quit() == 0


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
    assert terminal.quit() == 0


