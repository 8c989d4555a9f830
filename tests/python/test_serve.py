"""Protects reviewing in the browser: keys decide as on the terminal, and nobody else may ask."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.parse

import pytest

import bina
import browser
import doubtful

BINA = os.environ.get("BINA") or shutil.which("bina")
pytestmark = pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")


class Server:
    """`bina serve` while a test runs."""

    def __init__(self, path, *options, lang="en"):
        self.process = subprocess.Popen(
            [BINA, "--lang", lang, "serve", str(path), *options], text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="Sri"))
        self.address = self.process.stdout.readline().strip()
        parts = urllib.parse.urlsplit(self.address)
        assert parts.hostname == "127.0.0.1"
        self.port = parts.port
        self.token = urllib.parse.parse_qs(parts.query)["token"][0]

    def ask(self, path, body=None, method=None, **headers):
        """A request with the token, unless headers say otherwise: status, headers, answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        given = {"X-Bina-Token": self.token}
        if body is not None:
            given["Content-Type"] = "application/json"
        given.update({name.replace("_", "-"): value for name, value in headers.items()})
        method = method or ("GET" if body is None else "POST")
        data = json.dumps(body) if isinstance(body, dict) else body
        connection.putrequest(method, path, skip_host="Host" in given)
        if data is not None:
            given["Content-Length"] = str(len(data.encode()))
        for name, value in given.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(data.encode() if data is not None else None)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, text

    def end(self):
        self.process.send_signal(signal.SIGINT)
        _, complaint = self.process.communicate(timeout=10)
        return self.process.returncode, complaint


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "office.db"
    return path, doubtful.make(path)


@pytest.fixture
def server(register):
    serving = Server(register[0])
    yield serving
    if serving.process.poll() is None:
        assert serving.end()[0] == 0


def test_everybody_else_is_refused(server, register):
    pair = register[1][0]
    judge = {"pair": pair, "verdict": "same"}
    here = f"127.0.0.1:{server.port}"
    refused = [
        server.ask("/", X_Bina_Token=None),
        server.ask("/?token=" + "0" * 32, X_Bina_Token=None),
        server.ask("/?token=" + server.token[:-1], X_Bina_Token=None),
        server.ask("/api/pairs", X_Bina_Token=None),
        server.ask("/api/pairs?token=" + server.token, X_Bina_Token=None),
        server.ask("/nothing", X_Bina_Token="f" * 32),
        server.ask("/api/judge", judge, X_Bina_Token="f" * 32),
        # Another name that was made to point here, and another page of the same browser.
        server.ask("/api/pairs", Host="evil.example:" + str(server.port)),
        server.ask("/api/pairs", Host="127.0.0.1"),
        server.ask("/api/judge", judge, Origin="http://evil.example"),
        server.ask("/api/judge", judge, Origin="null"),
    ]
    assert [status for status, _, _ in refused] == [403] * len(refused)
    assert all("Access-Control-Allow-Origin" not in headers for _, headers, _ in refused)
    assert not any("Inaq" in text or server.token in text for _, _, text in refused)
    assert doubtful.judgements(register[0]) == {}
    assert server.ask("/api/pairs", Host=here, Origin="http://" + here)[0] == 200
    # Bound to this computer alone.
    with pytest.raises(OSError):
        socket.create_connection((socket.gethostbyname(socket.gethostname()), server.port), 2).close()
        if socket.gethostbyname(socket.gethostname()).startswith("127."):
            raise OSError("no other address to try")


def test_only_what_is_meant_is_taken(server, register):
    pair = register[1][0]
    assert server.ask("/nothing")[0] == 404
    assert server.ask("/api/judge")[0] == 405
    assert server.ask("/api/pairs", {"a": 1})[0] == 405
    assert server.ask("/api/pairs", method="DELETE")[0] == 405
    assert server.ask("/api/judge", '{"pair":1}', Content_Type="text/plain")[0] == 415
    assert server.ask("/api/judge", {"reason": "x" * 20000})[0] == 413
    for body in ("", "{", "[]", '{"verdict"}', '{"verdict":"\\ud800"}', '{"verdict":"same', "null",
                 '{"verdict":"sama","pair":%d}' % pair, '{"verdict":"same","pair":7}'):
        assert server.ask("/api/judge", body)[0] in (400, 404, 409), body
    assert server.ask("/api/undo", {"commit": 1})[0] == 403  # not made here
    assert server.ask("/api/pair?id=7")[0] == 404
    assert doubtful.judgements(register[0]) == {}
    status, _, text = server.ask("/api/judge", {"pair": pair, "verdict": "same",
                                                "reason": 'a "b" \\ é \U0001f600\n</script>'})
    assert status == 200
    assert doubtful.judgements(register[0])[pair, "Sri"] == ("same", 'a "b" \\ é \U0001f600\n</script>')
    assert server.ask("/api/undo", {"commit": json.loads(text)["commit"]})[0] == 200
    assert doubtful.judgements(register[0]) == {}


def test_the_page_brings_nothing_from_elsewhere(server):
    status, headers, text = server.ask("/?token=" + server.token, X_Bina_Token=None)
    policy = headers["Content-Security-Policy"]
    assert status == 200 and "default-src 'none'" in policy and "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store" and headers["Referrer-Policy"] == "no-referrer"
    nonce = policy.split("script-src 'nonce-")[1].split("'")[0]
    assert text.count(nonce) == 2 and "{{" not in text and "http" not in text.lower()
    again = server.ask("/?token=" + server.token, X_Bina_Token=None)[1]
    assert nonce not in again["Content-Security-Policy"]


def test_numbers_are_masked_unless_a_purpose_is_named(register):
    path, (first, *_) = register
    for options, shown in (((), False), (("--purpose", "tinjau lapangan"), True)):
        serving = Server(path, *options)
        text = serving.ask(f"/api/pair?id={first}")[2]
        assert "5203014101800001" not in text and "001" in text  # nothing is in the log yet
        assert serving.ask("/api/pairs")[0] == 200
        text = serving.ask(f"/api/pair?id={first}")[2]
        assert ("5203014101800001" in text) == shown and "001" in text
        assert ("+6281805310477" in text) == shown and serving.end()[0] == 0
        with bina.open(path, mode="read") as reg:
            notes = [commit.why for commit in reg.commits.where(rule="review.open")]
        assert notes == (["3 pairs: tinjau lapangan"] if shown else [])


def test_a_name_is_one_persons_in_capitals_too(register, server):
    path, (first, *_) = register
    assert server.ask("/api/judge", {"pair": first, "verdict": "same"})[0] == 200
    assert server.end()[0] == 0
    for name, noted in (("SRI", "same"), ("Budi", None)):
        serving = Server(path, "--by", name)
        assert json.loads(serving.ask(f"/api/pair?id={first}")[2])["noted"] == noted
        assert serving.end()[0] == 0


def test_a_port_that_is_taken(register, server):
    done = subprocess.run([BINA, "serve", str(register[0]), "--port", str(server.port)], text=True,
                          capture_output=True, timeout=20)
    assert done.returncode == 3 and str(server.port) in done.stderr and done.stdout == ""


# ---- in a real browser ----

selenium = pytest.importorskip("selenium")


def wait(driver, done, seconds=10):
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, driver.find_element("id", "message").text
        time.sleep(0.05)


def text_of(driver, name):
    return driver.find_element("id", name).text


def press(driver, keys):
    driver.switch_to.active_element.send_keys(keys)


def open_page(driver, address):
    driver.get(address)
    wait(driver, lambda: driver.execute_script("return document.body.dataset.ready") == "yes")


def test_keys_decide_in_the_browser(register):
    path, (first, second, third) = register
    serving = Server(path, lang="id")
    with browser.browser() as driver:
        open_page(driver, serving.address)
        assert text_of(driver, "position") == "1 dari 3" and "60%" in text_of(driver, "chance")
        lines = text_of(driver, "lines")
        assert "* nama pemilik" in lines and "bukti mendukung" in lines
        marked = [mark.text for mark in driver.find_elements("css selector", "#lines mark")]
        assert "q" in marked and "k" in marked
        press(driver, "s")
        wait(driver, lambda: text_of(driver, "position") == "2 dari 3")
        assert doubtful.judgements(path) == {(first, "Sri"): ("same", None)}
        press(driver, "i")
        press(driver, "satu kios\n")
        press(driver, "a")
        wait(driver, lambda: "Siapa anggotanya" in text_of(driver, "subject"))
        press(driver, "2")
        wait(driver, lambda: text_of(driver, "position") == "3 dari 3")
        assert doubtful.judgements(path)[second, "Sri"] == ("member_of", "satu kios")
        press(driver, "u")
        wait(driver, lambda: text_of(driver, "message") == "diurungkan")
        assert set(doubtful.judgements(path)) == {(first, "Sri")}
        # A second tab knows what was decided in the first, and the first goes on.
        one = driver.current_window_handle
        driver.switch_to.new_window("tab")
        open_page(driver, serving.address)
        assert text_of(driver, "position") == "1 dari 2"
        press(driver, "b")
        wait(driver, lambda: text_of(driver, "position") == "2 dari 2")
        driver.switch_to.window(one)
        press(driver, "m")
        wait(driver, lambda: text_of(driver, "position") == "1 dari 3")
        button = driver.find_element("css selector", "button[data-verdict=different]")
        button.click()
        wait(driver, lambda: (first, "Sri") in doubtful.judgements(path) and
             doubtful.judgements(path)[first, "Sri"][0] == "different")
        assert not [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
    assert serving.end()[0] == 0
    with bina.open(path, mode="read") as reg:
        assert reg.verify().to_list() == []


def test_the_browser_sees_when_the_server_has_ended(register):
    serving = Server(register[0])
    with browser.browser() as driver:
        open_page(driver, serving.address)
        assert serving.end()[0] == 0
        press(driver, "s")
        wait(driver, lambda: text_of(driver, "message") != "")
    assert doubtful.judgements(register[0]) == {}
