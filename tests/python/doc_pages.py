"""The code blocks of the documents, and running them as a reader would: for the tests that hold pages to be true."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).parent.parent.parent
BINA = os.environ.get("BINA") or shutil.which("bina")


def blocks(page, *languages):
    """(language, text) of each block of a page ("docs/lua.md"), of these languages or of all."""
    found = re.findall(r"^```(\w+)\n(.*?)^```", (TOP / page).read_text(), re.M | re.S)
    return [(language, text) for language, text in found if not languages or language in languages]


def environment(**more):
    """That in which `bina` is the one that is tested."""
    folder = pathlib.Path(BINA).parent if BINA else ""
    return dict(os.environ, PATH=f"{folder}{os.pathsep}{os.environ['PATH']}", **more)


def run_shell(text, folder, **more):
    """Runs lines of shell in a folder; gives what they printed, and fails with what they complained of."""
    done = subprocess.run(["sh", "-eu", "-c", text], cwd=folder, env=environment(**more), timeout=120,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 0, (text, done.stderr)
    return done.stdout


def run_page(page, folder, file=None, scope=None, **more):
    """Runs the blocks of a page but those in C and Lua, YAML being the file of that name; gives what Python's
    printed."""
    scope, printed = scope if scope is not None else {}, []
    for language, block in blocks(page, "yaml", "sh", "python"):
        if language == "yaml":
            (folder / file).write_text(block)
        elif language == "sh" and BINA:
            run_shell(block, folder, **more)
        elif language == "python":
            scope["print"] = lambda *words: printed.append(" ".join(str(word) for word in words))
            exec(compile(block, page, "exec"), scope)
    return printed


def make_lists(folder, enterprises):
    """disperin, diskop and disdag of the example, each as CSV and as a workbook."""
    import bina

    subprocess.run([sys.executable, TOP / "examples" / "lombok-timur" / "generate.py", "--out", folder,
                    "--enterprises", str(enterprises)], check=True, capture_output=True)
    for name in ("disperin", "diskop", "disdag"):
        bina.read_csv(folder / f"{name}.csv").write_xlsx(folder / f"{name}.xlsx")
