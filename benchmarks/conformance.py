"""Whether other programs find the documents sound: Word's schemas, PDF syntax, accessibility of the page.

usage: python benchmarks/conformance.py [--axe FOLDER]

Writes a briefing of the samples after each template and asks, where they are installed:
- `openxml-audit` (PyPI, MIT): DOCX and XLSX against the schemas of Office, and what Word would repair;
- `qpdf --check`: the syntax of the PDF;
- axe-core (npm, MPL; FOLDER is where `npm install axe-core` put it) in a headless Chromium: the HTML page,
  light, dark and as wide as a phone.
None of them is needed by Briefer or its tests.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import page_shots

_LOOKS = {
    "light": (),
    "dark": ("--blink-settings=preferredColorScheme=0",),
    "phone": ("--window-size=390,844",),
}
# The page forbids all scripts; for the check alone it lets this one in.
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_RUN = """axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(r => {
  const said = {violations: r.violations.map(v => [v.id, v.impact, v.nodes.length]),
                incomplete: r.incomplete.map(v => [v.id, v.nodes.length]), passes: r.passes.length};
  document.body.textContent = "RESULT" + JSON.stringify(said) + "END";
})"""


def office(path: Path) -> str:
    tool = shutil.which("openxml-audit")
    if tool is None:
        return "not checked: openxml-audit is not installed"
    out = subprocess.run([tool, "-m", "0", str(path)], capture_output=True, text=True, check=False)
    return " / ".join(line.strip() for line in out.stdout.splitlines() if line.strip())[:400]


def syntax(path: Path) -> str:
    if shutil.which("qpdf") is None:
        return "not checked: qpdf is not installed"
    out = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False
    )
    return "sound" if out.returncode == 0 else (out.stderr or out.stdout)[:400]


def page(path: Path, axe: Path | None, look: str) -> str:
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
    script = axe / "node_modules" / "axe-core" / "axe.min.js" if axe else None
    if browser is None or script is None or not script.is_file():
        return "not checked: needs Chromium and --axe"
    text = _POLICY.sub("", path.read_text("utf-8"))
    added = f"<script>{script.read_text('utf-8')}</script><script>{_RUN}</script></body>"
    checked = path.with_name(f"{path.stem}-checked.html")
    checked.write_text(text.replace("</body>", added), "utf-8")
    out = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=30000",
         *_LOOKS[look], "--dump-dom", checked.as_uri()],
        capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip
    found = re.search(r"RESULT(\{.*\})END", out.stdout)
    if found is None:
        return "the check did not run"
    said = json.loads(unescape(found[1]))
    return f"{said['passes']} rules hold, violated: {said['violations'] or 'none'}"


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--axe", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefer-conformance-") as home:
        for template in page_shots.TEMPLATES:
            word, sheet, pdf, html = page_shots.write(
                template, Path(home), "docx", "xlsx", "pdf", "html"
            )
            print(f"{template}\n  DOCX   {office(word)}\n  XLSX   {office(sheet)}")
            print(f"  PDF    {syntax(pdf)}")
            for look in _LOOKS:
                print(f"  HTML   {look}: {page(html, chosen.axe, look)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
