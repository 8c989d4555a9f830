"""bina look: its page tells what a register of the same lists would, shows nobody's numbers, and asks for nothing."""

import base64
import csv
import html
import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

import bina

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("BINA_BUILD", REPOSITORY / "build" / "release"))
LISTS = {"disperin": ("utf-8-sig", ";"), "diskop": ("cp1252", ","), "disdag": ("utf-8", "\t")}


@pytest.fixture(scope="module")
def lists(tmp_path_factory):
    """Three offices' lists of 300 made-up enterprises."""
    folder = tmp_path_factory.mktemp("lists")
    subprocess.run([sys.executable, REPOSITORY / "examples/lombok-timur/generate.py", "--out", folder,
                    "--enterprises", "300", "--seed", "11"], check=True, capture_output=True)
    return [folder / f"{name}.csv" for name in LISTS]


@pytest.fixture(scope="module")
def look(lists):
    return bina.look(lists, language="id", examples=12)


def command(*arguments, status=0, lang="id"):
    done = subprocess.run([BUILD / "bin" / "bina", *arguments, "--lang", lang], capture_output=True,
                          text=True, timeout=120)
    assert done.returncode == status, done.stderr
    return done


def text_of(page):
    """The page as a reader sees it, blanks as one."""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def figure(number):
    return f"{number:,}".replace(",", ".")


def test_the_figures_are_those_of_a_register_of_the_same_lists(lists, look):
    shown = text_of(look.html)
    with bina.open(":memory:", office="52.03/1") as register:
        imported = [register.import_csv(path) for path in lists]
        outcome = register.reconcile()
        count = [row for row in register.report("count") if row.unit == "enterprise"]
        groups = [row for row in register.report("count") if row.unit == "group"]
        by_list = list(register.report("lists"))
        assert look.lists == 3 and look.region == "52.03"
        assert look.rows == sum(one.intake.kept for one in imported)
        assert look.figures.faults == sum(one.intake.faults for one in imported) == sum(1 for _ in look.faults)
        assert look.enterprises == sum(row.agreed for row in count)
        assert look.at_least == sum(row.at_least for row in count)
        assert look.at_most == sum(row.at_most for row in count)
        assert look.groups == sum(row.agreed for row in groups)
        assert look.review == outcome.review
        assert look.twins == sum(row.twins for row in by_list)
        assert look.on_all == sum(row.registrants for row in register.report("overlap") if row.number_of_lists == 3)
        assert (f"{figure(look.rows)} baris pada 3 daftar adalah sekitar {figure(look.enterprises)} usaha "
                f"(sekurangnya {figure(look.at_least)}, sebanyaknya {figure(look.at_most)}) "
                f"dan {figure(look.groups)} kelompok") in shown
        for row in by_list:
            assert f"{row.list}.csv" in shown
            assert f" {figure(row.registrants)} {figure(row.twins)} {figure(row.only_here)} " in shown
        for row in register.report("regions"):
            if row.region and row.enterprises:
                assert f"{bina.reference.region(row.region).name} {figure(row.enterprises)} " in shown


def digits_of(text):
    return re.sub(r"\D", "", text)


def numbers_of(lists):
    """Every identity number and telephone of the lists: the cells of these columns, as digits."""
    found = set()
    for path in lists:
        encoding, delimiter = LISTS[path.stem]
        with open(path, encoding=encoding, newline="") as file:
            for row in csv.DictReader(file, delimiter=delimiter):
                for name, cell in row.items():
                    if name.lower() in ("nik", "no ktp", "no telp", "no hp", "telepon") and "E+" not in (cell or ""):
                        found.add(digits_of(cell or ""))
    return {number for number in found if len(number) >= 8}


def test_no_identity_number_and_no_telephone_is_shown(lists, look):
    numbers = numbers_of(lists)
    assert len(numbers) > 300
    # Whatever stands between digits on the page, no seven of a number follow each other in it.
    runs = [digits_of(run) for run in re.findall(r"\d[\d .\-/()+]*", text_of(look.html))]
    for number in numbers:
        for run in runs:
            assert number[-8:] not in run and number[:8] not in run, "an identity number is on the page"
    assert "••• " in text_of(look.html).replace("\xa0", " "), "their last digits are"


HOSTILE = """\
NAMA USAHA;NAMA PEMILIK;NIK;DESA;KECAMATAN;KETERANGAN
<script>alert(1)</script>;Inaq Sari;5203014101809001;Pringgasela;Pringgasela;NIK suami 5203 0141 0180 9002, HP 0818-0531-0477
"=1+1";"Amaq ""Toni"" & anak";52O3014101809003;</td></table><img src=x onerror=alert(2)>;Sikur;wa.me/6281805310478
Tenun Lestari;Inaq Sari;5203014101809001;Pringgasela;Pringgasela;+62 818 0531 0479
"""


def test_cells_are_shown_as_text_and_masked_wherever_they_stand(tmp_path):
    (tmp_path / "a&b <i>.csv").write_text(HOSTILE)
    page = bina.look(tmp_path / "a&b <i>.csv", region="52.03").html
    assert "<script" not in page and "<img" not in page and "<i>" not in page
    shown = text_of(page)
    for secret in ("9001", "9002", "0477", "0478", "0479", "5203 0141", "0818", "62818"):
        assert secret not in shown.replace("bina import register.db", "")
    assert "KETERANGAN" in shown and "not used" in shown


def test_a_header_that_is_no_header_is_masked_too(tmp_path):
    (tmp_path / "x.csv").write_text("Inaq Sari;5203014101809001;Pringgasela\nAmaq Toni;5203014101809002;Loyok\n")
    try:
        page = bina.look(tmp_path / "x.csv").html
    except bina.Error:
        return  # no list at all: also fine
    assert "520301410180900" not in page


def test_one_list_alone_has_no_overlap_and_its_own_twins(lists):
    look = bina.look(lists[0])
    assert look.lists == 1 and look.twins > 0 and look.at_least <= look.enterprises <= look.at_most
    assert "overlap" not in text_of(look.html).lower() and "Twice on disperin" in text_of(look.html)


def test_files_of_one_name_are_two_lists(lists, tmp_path):
    for year in ("2020", "2021"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "disperin.csv").write_bytes(lists[0].read_bytes())
    look = bina.look([tmp_path / "2020/disperin.csv", tmp_path / "2021/disperin.csv"], language="id")
    assert look.lists == 2 and look.on_all == look.enterprises + look.groups
    assert "--list 'disperin 2'" in text_of(look.html)


def test_workbooks_of_many_sheets_are_looked_at_as_they_are(tmp_path):
    pytest.importorskip("xlsxwriter")
    subprocess.run([sys.executable, REPOSITORY / "examples/lombok-timur/generate.py", "--out", tmp_path,
                    "--enterprises", "120", "--seed", "5", "--workbooks"], check=True, capture_output=True)
    paths = [tmp_path / f"{name}.xlsx" for name in LISTS]
    look = bina.look(paths, language="id")
    shown = text_of(look.html)
    world = json.loads((tmp_path / "world.json").read_text())
    assert look.rows == sum(world["rows"].values()) and look.refused == 0
    assert "lembar Kec. " in shown and re.search(r"Kec\. [A-Z][a-z ]+ [A-Z]\d+", shown), "places name the sheet"
    assert "desa pada judul atau nama lembar" in shown and "tidak diketahui" not in shown
    assert abs(look.enterprises - 120) < 40


def test_the_page_asks_for_nothing(look):
    assert not re.search(r"<(script|link|iframe|img|object|embed)\b", look.html)
    assert not re.search(r"\b(src|href|action|data|poster|background)\s*=", look.html)
    assert "@import" not in look.html and "url(" not in look.html
    outside = [found for found in re.findall(r"https?://[^\s\"'<]+", look.html) if found != "http://www.w3.org/2000/svg"]
    assert outside == []


def test_the_mapping_on_the_page_is_the_one_that_was_used(lists, look, tmp_path):
    blocks = [html.unescape(re.sub(r"<[^>]*>", "", block))
              for block in re.findall(r"<pre>(.*?)</pre>", look.html, flags=re.DOTALL)]
    assert len(blocks) == 3
    for path, block in zip(lists, blocks):
        (tmp_path / "m.yaml").write_text(block)
        with bina.open(":memory:") as register:
            intake = register.import_csv(path, mapping=bina.read_mapping(tmp_path / "m.yaml")).intake
            assert (intake.rows, intake.mapping) == (intake.kept, block)


def test_the_commands_on_the_page_make_the_register(lists, look, tmp_path):
    commands = re.search(r'<pre class="commands">(.*?)</pre>', look.html, flags=re.DOTALL).group(1)
    lines = html.unescape(commands).splitlines()
    assert [line.split()[1] for line in lines] == ["init", "import", "import", "import", "reconcile", "review"]
    environment = {**os.environ, "PATH": f"{BUILD / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["sh", "-e", "-c", "\n".join(lines)], cwd=tmp_path, capture_output=True, text=True,
                          env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    with bina.open(tmp_path / "register.db") as register:
        agreed = sum(row.agreed for row in register.report("count") if row.unit == "enterprise")
        assert agreed == look.enterprises


def test_the_command_writes_the_page_and_tells_the_figures(lists, look, tmp_path):
    out, faults = tmp_path / "page.html", tmp_path / "faults.csv"
    said = command("look", *lists, "--out", out, "--faults", faults, "--limit", "12").stdout
    assert f"{look.rows} baris pada 3 daftar adalah sekitar {look.enterprises} usaha" in said and str(out) in said
    assert out.read_text() == look.html
    with open(faults, newline="") as file:
        assert len(list(csv.DictReader(file))) == look.figures.faults
    piped = command("look", lists[0], "--out", "-", "--quiet").stdout
    assert piped.startswith("<!DOCTYPE html>") and piped.rstrip().endswith("</html>")
    assert "about" in command("look", lists[0], "--out", out, lang="en").stdout


@pytest.mark.parametrize("lang", ["en", "id"])
def test_bad_files_are_named(lists, tmp_path, lang):
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "header.csv").write_text("NAMA USAHA;NIK\n")
    for bad, code in (("none.csv", 3), ("empty.csv", 3), ("header.csv", 3)):
        done = command("look", lists[0], tmp_path / bad, "--out", tmp_path / "x.html", status=code, lang=lang)
        assert bad in done.stderr and not (tmp_path / "x.html").exists()
    assert "disperin.csv" in command("look", lists[0], lists[0], "--out", tmp_path / "x.html", status=2,
                                     lang=lang).stderr
    command("look", lists[0], "--region", "99.99", "--out", tmp_path / "x.html", status=4, lang=lang)
    with pytest.raises(bina.Error):
        bina.look([], language=lang)


def test_a_notebook_shows_the_page(look):
    assert look._repr_html_().startswith("<iframe srcdoc=") and "990" not in repr(look)
    assert "enterprises" in repr(look)
    with pytest.raises(AttributeError):
        look.nothing_of_this_name


@pytest.fixture(scope="module")
def browser():
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options)
    yield driver
    driver.quit()


@pytest.mark.parametrize("width", [1200, 390])
def test_a_browser_opens_it_without_a_complaint(browser, look, tmp_path, width):
    look.write(tmp_path / "look.html")
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500})
    browser.get((tmp_path / "look.html").as_uri())
    assert browser.get_log("browser") == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width, "it scrolls sideways"
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    folded = browser.find_elements("css selector", "details")
    assert len(folded) > 9 and not folded[0].get_attribute("open")
    folded[0].find_element("css selector", "summary").click()
    assert folded[0].find_element("css selector", "table").is_displayed()


def test_on_paper_nothing_is_folded_but_the_mappings(browser, look, tmp_path):
    look.write(tmp_path / "look.html")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    browser.get((tmp_path / "look.html").as_uri())
    heights = browser.execute_script(
        "return [...document.querySelectorAll('details:not(.screen)')].map(e => e.querySelector('table')"
        ".getBoundingClientRect().height)")
    assert len(heights) > 9 and min(heights) > 20
    pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert pdf.startswith(b"%PDF") and 3 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 40
