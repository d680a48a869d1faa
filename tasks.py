#!/usr/bin/env python3
"""Everything a developer or a curious person types: `python3 tasks.py run|test|check|shots|bundle`.

Needs nothing but Python 3.11 or newer. Each command first sets up what it needs: the system
libraries Qt wants (on Debian and Ubuntu), a virtual environment in `.venv`, and the packages named
in pyproject.toml. What is installed, and why, is said before it happens.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "briefer-setup"
WINDOWS = os.name == "nt"

# Debian packages and why they are needed.
BASE = {
    "python3-venv": "to keep Briefer's Python packages to itself",
    "libegl1": "Qt draws through it",
    "libgl1": "Qt draws through it",
    "libglib2.0-0": "Qt's event loop",
    "libdbus-1-3": "Qt talks to the desktop",
    "libfontconfig1": "finding fonts",
    "libxkbcommon0": "keyboards",
    "fonts-noto-core": "Greek, Cyrillic, Arabic, Hebrew and Indian scripts in documents",
    "fonts-noto-cjk": "Chinese, Japanese and Korean in documents",
}
WINDOW = {
    "libxkbcommon-x11-0": "keyboards under X11",
    "libxcb-cursor0": "Qt's window under X11",
    "libxcb-icccm4": "Qt's window under X11",
    "libxcb-image0": "Qt's window under X11",
    "libxcb-keysyms1": "Qt's window under X11",
    "libxcb-randr0": "Qt's window under X11",
    "libxcb-render-util0": "Qt's window under X11",
    "libxcb-shape0": "Qt's window under X11",
    "libxcb-xinerama0": "Qt's window under X11",
    "libxcb-xkb1": "Qt's window under X11",
}
TESTING = {
    "xvfb": "a screen for the journey test",
    "openbox": "a window manager for the journey test",
    "xdotool": "mouse and keyboard for the journey test",
    "poppler-utils": "reading exported PDFs with a second reader",
    "qpdf": "checking exported PDFs",
}


def main() -> int:
    """Run the command named on the command line; its exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("command", choices=["run", "test", "check", "shots", "bundle"])
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to the command")
    options = parser.parse_args()
    # What is said must stand before what the commands themselves print.
    sys.stdout.reconfigure(line_buffering=True)
    if sys.version_info < (3, 11):
        print("Briefer needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 1
    return COMMANDS[options.command](options.rest)


def run(rest: list[str]) -> int:
    """Open the window; without a display, write the sample briefing instead."""
    set_up(BASE | WINDOW)
    if has_display():
        return call(python(), "-m", "briefer", *rest)
    out = ROOT / "build" / "sample"
    out.mkdir(parents=True, exist_ok=True)
    files = [out / "briefing.pdf", out / "briefing.docx"]
    print(
        "There is no display here, so the window cannot open. Writing the sample briefing instead."
    )
    outputs = [word for file in files for word in ("-o", str(file))]
    status = call(python(), "-m", "briefer", "brief", str(ROOT / "resources" / "samples"), *outputs)
    if status == 0:
        print("Written:", *files, sep="\n  ")
    return status


def test(rest: list[str]) -> int:
    """Set up everything and run the whole suite."""
    set_up(BASE | WINDOW | TESTING)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return call(python(), "-m", "pytest", *(rest or ["-n", "2", "--dist", "loadfile"]))


def check(rest: list[str]) -> int:
    """Format, lint, types and layers."""
    set_up(BASE)
    commands = [
        ["ruff", "format", "--check", "."],
        ["ruff", "check", "."],
        ["mypy"],
    ]
    status = max(call(python(), "-m", *command, *rest) for command in commands)
    return max(status, call(str(scripts() / "lint-imports")))


def shots(rest: list[str]) -> int:
    """Pictures of every state of the window, light and dark, and of all pages, into docs/images."""
    set_up(BASE | WINDOW | TESTING)
    return call(python(), str(ROOT / "benchmarks" / "shots.py"), *rest)


def bundle(rest: list[str]) -> int:
    """A program folder that runs without Python, in dist/."""
    set_up(BASE | WINDOW)
    call(python(), "-m", "pip", "install", "--quiet", "-e", f"{ROOT}[bundle]")
    return call(python(), "-m", "PyInstaller", "--noconfirm", str(ROOT / "briefer.spec"), *rest)


COMMANDS = {"run": run, "test": test, "check": check, "shots": shots, "bundle": bundle}


def set_up(packages: dict[str, str]) -> None:
    """Make sure that the system packages, the virtual environment and its packages are there."""
    if sys.platform == "linux" and shutil.which("dpkg-query") and shutil.which("apt-get"):
        install_system({name: why for name, why in packages.items() if not is_installed(name)})
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted and Path(python()).exists():
        return
    if not Path(python()).exists():
        print(
            "Making a virtual environment in .venv, so that nothing else on this machine changes."
        )
        must(sys.executable, "-m", "venv", "--clear", str(VENV))
    print("Installing the packages named in pyproject.toml into .venv (about 150 MB, once).")
    must(
        python(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-e",
        f"{ROOT}[dev]",
    )
    STAMP.write_text(wanted)


def is_installed(package: str) -> bool:
    """Whether dpkg knows the package as installed."""
    if package == "python3-venv" and STAMP.is_file():
        return True
    asked = ["dpkg-query", "-W", "-f", "${Status}", package]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)
    return "install ok installed" in found.stdout


def install_system(missing: dict[str, str]) -> None:
    """Install Debian packages as root or through sudo; without either, say the one line to run."""
    if not missing:
        return
    print("Briefer needs these packages of your system:")
    for name, why in missing.items():
        print(f"  {name:22} {why}")
    line = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    prefix: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo") or not may_sudo():
            print("Run this line as an administrator, then start again:")
            print("  apt-get update && " + " ".join(line))
            raise SystemExit(1)
        prefix = ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], check=True, env=environment)
    quiet = subprocess.run(
        [*prefix, *line, "-qq"], check=False, env=environment, stdout=subprocess.DEVNULL
    )
    if quiet.returncode:
        print("The packages could not be installed. Try: apt-get update && " + " ".join(line))
        raise SystemExit(quiet.returncode)


def may_sudo() -> bool:
    """Whether sudo works without a password, or a person is there to type one."""
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return asked.returncode == 0 or sys.stdin.isatty()


def has_display() -> bool:
    """Whether a window can open."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def scripts() -> Path:
    """The virtual environment's programs."""
    return VENV / ("Scripts" if WINDOWS else "bin")


def python() -> str:
    """The virtual environment's Python."""
    return str(scripts() / ("python.exe" if WINDOWS else "python"))


def call(*command: str) -> int:
    """Run a command in the project's folder; its exit status."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def must(*command: str) -> None:
    """Run a command that everything after it needs."""
    status = call(*command)
    if status:
        print("This did not work:", " ".join(command))
        raise SystemExit(status)


if __name__ == "__main__":
    sys.exit(main())
