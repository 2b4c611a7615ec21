"""What a first `python3 run.py` costs: seconds, packages, megabytes."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.serving import ROOT
from benchmarks.tables import Figure

_LEFT_OUT = (".git", ".venv", "instance", "__pycache__", ".*_cache", ".hypothesis")
_FLOOR = ("flask", "waitress")


def figures() -> Iterator[Figure]:
    """From a copy of the tree and an empty home to the page that the browser gets."""
    ours, floor = min(_workbench() for _ in range(2)), _flask()
    least = "venv and pip install of Flask and waitress"
    yield Figure("Install: until the server answers", ours[0], "s", floor[0], least, 20)
    yield Figure("Install: packages", ours[1], "", floor[1], least, 35)
    yield Figure("Install: size of .venv", ours[2], "MB", floor[2], least, 100)


def _environment(home: Path) -> dict[str, str]:
    """No cache and no packages of whoever measures; pip's own index stays."""
    kept = {
        k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "PYTHONPATH")
    }
    settings = Path.home() / ".config" / "pip" / "pip.conf"
    if "PIP_CONFIG_FILE" not in kept and settings.exists():
        kept["PIP_CONFIG_FILE"] = str(settings)
    return kept | {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}


def _python() -> str:
    """The Python beneath any virtual environment, which has no packages of ours."""
    version = "{}.{}".format(*sys.version_info[:2])
    return str(Path(sys.base_prefix) / "bin" / f"python{version}")


def _workbench() -> tuple[float, int, float]:
    with tempfile.TemporaryDirectory() as name:
        tree, home = Path(name) / "tree", Path(name) / "home"
        home.mkdir()
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        begun = time.perf_counter()
        process = subprocess.Popen(
            [_python(), "run.py", "serve", "--port", "0", "--no-open"],
            cwd=tree,
            env=_environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        try:
            printed = ""
            for line in process.stdout:
                printed += line
                if "Stop with" in line:
                    break
            taken = time.perf_counter() - begun
        finally:
            process.terminate()
            process.wait(timeout=20)
            process.stdout.close()
        if not re.search(r"http://127\.0\.0\.1:\d+", printed):
            raise RuntimeError(f"The set-up did not serve: {printed[-500:]}")
        return taken, *_weight(tree / ".venv")


def _flask() -> tuple[float, int, float]:
    lock = (ROOT / "requirements" / "runtime.lock").read_text("utf-8")
    wanted = re.findall(rf"^(?:{'|'.join(_FLOOR)})==[^ ]+", lock, re.MULTILINE)
    with tempfile.TemporaryDirectory() as name:
        home, venv = Path(name) / "home", Path(name) / "venv"
        home.mkdir()
        begun = time.perf_counter()
        subprocess.run([_python(), "-m", "venv", venv], check=True)
        subprocess.run(
            [venv / "bin" / "python", "-m", "pip", "install", "--quiet", *wanted],
            env=_environment(home) | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
            stderr=subprocess.DEVNULL,
            check=True,
        )
        return time.perf_counter() - begun, *_weight(venv)


def _weight(venv: Path) -> tuple[int, float]:
    """Packages, pip and setuptools aside, and megabytes as the disk holds them."""
    infos = {path.name.split("-")[0] for path in venv.glob("lib/*/*/*.dist-info")}
    files = (path for path in venv.rglob("*") if path.is_file())
    size = sum(path.lstat().st_blocks * 512 for path in files if not path.is_symlink())
    return len(infos - {"pip", "setuptools"}), size / 1e6
