"""The house rules: who may import whom, how long a file may be, what it may be called."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "briefer").rglob("*.py"))


def test_the_layer_contracts_hold():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(program)], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_short_and_named_after_their_subject(path):
    assert path.stem not in {"utils", "util", "helpers", "common", "misc", "core", "base"}
    assert len(path.read_text("utf-8").splitlines()) <= 350


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_functions_fit_on_a_screen(path):
    tree = ast.parse(path.read_text("utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    long = [f.name for f in functions if f.end_lineno - f.lineno > 50]

    assert long == []


def test_start_up_imports_nothing_heavy():
    code = (
        "import sys, briefer.app, briefer.ui.main_window\n"
        "print([m for m in ('sumy','numpy','docx','reportlab','lxml','trafilatura','nltk') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
