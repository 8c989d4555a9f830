"""What the tests of pages share: a strict reader of HTML, and a real browser (headless Chromium)."""

import contextlib
import html.parser
import pathlib
import re
import subprocess

VOID = {"meta", "br", "col", "hr", "wbr", "link", "img", "input"}


class Reader(html.parser.HTMLParser):
    """Reads a page and notes what is wrong with it: tags that do not balance, ids that are there twice,
    references that need a network, attributes given twice."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids, self.tables = [], [], set(), []
        self.words, self.tags = [], []
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"never closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.faults.append(f"an attribute twice in <{tag}>")
        values = dict(attributes)
        if "id" in values:
            if values["id"] in self.ids:
                self.faults.append(f"id {values['id']} twice")
            self.ids.add(values["id"])
        for name in ("src", "href", "action", "data", "poster"):
            if name in values and not values[name].startswith(("#", "data:")):
                self.faults.append(f"<{tag}> asks for {values[name]}")
        if any(name.startswith("on") for name in names):
            self.faults.append(f"<{tag}> has a handler")
        if tag == "th" and "scope" not in values:
            self.faults.append("a th without scope")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self.tables[-1][-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.faults.append(f"<{tag}/>: HTML has no such thing")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> within {self.open}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if "style" in self.open:
            if re.search(r"@import|url\(", data):
                self.faults.append("the style sheet asks for something")
            return
        self.words.append(data)
        if self.open and {"td", "th"} & set(self.open) and self.tables and self.tables[-1]:
            self.tables[-1][-1][-1] += data

    @property
    def text(self):
        """What a person reads, blanks made one."""
        return re.sub(r"\s+", " ", " ".join(self.words)).replace(" ,", ",").replace(" .", ".").strip()


def read_page(text):
    """Reads a page, which must be without fault, and say its language and title."""
    page = Reader(text)
    assert not page.faults, page.faults
    assert text.startswith("<!DOCTYPE html>")
    tags = dict((tag, attributes) for tag, attributes in reversed(page.tags))
    assert tags["html"]["lang"] in ("id", "en")
    assert not [tag for tag, _ in page.tags if tag == "script"]
    return page


@contextlib.contextmanager
def browser(width=1200, height=1600):
    """Chromium without a window, as root and in containers, too; whatever it logs is kept."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--hide-scrollbars", f"--window-size={width},{height}"):
        options.add_argument(argument)
    options.binary_location = "/usr/bin/chromium"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        yield driver
    finally:
        driver.quit()


def look_at(path, width, shot):
    """Opens a page as wide as that: nothing may be complained of, and nothing stick out. Leaves a picture."""
    with browser() as driver:
        # A window has a least width; what a telephone shows is asked of the device instead.
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                               {"width": width, "height": 1600, "deviceScaleFactor": 1,
                                "mobile": width < 700})
        driver.get(pathlib.Path(path).resolve().as_uri())
        complaints = [entry for entry in driver.get_log("browser")]
        assert not complaints, complaints
        sticking_out = driver.execute_script(
            "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') &&"
            " e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
            ".map(e => e.tagName + ' ' + e.textContent.slice(0, 40))")
        assert not sticking_out, sticking_out
        height = driver.execute_script("return document.documentElement.scrollHeight")
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                               {"width": width, "height": height, "deviceScaleFactor": 1,
                                "mobile": width < 700})
        driver.save_screenshot(str(shot))
    assert pathlib.Path(shot).stat().st_size > 10_000


def print_to_pdf(path, pdf):
    """Prints a page on paper, and gives the number of sheets."""
    subprocess.run(["chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
                    "--disable-dev-shm-usage", "--no-pdf-header-footer", f"--print-to-pdf={pdf}",
                    pathlib.Path(path).resolve().as_uri()],
                   check=True, capture_output=True, timeout=120)
    counts = re.findall(rb"/Type\s*/Pages.*?/Count (\d+)|/Count (\d+).*?/Type\s*/Pages",
                        pathlib.Path(pdf).read_bytes(), re.DOTALL)
    return max(int(a or b) for a, b in counts)
