"""The wheel holds all that the product opens, and runs far from any checkout."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.web import create_app
from workbench.web.guard import ACCESS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "-t",
        "wheel",
        "-d",
        str(folder),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel alone is installed."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    command = [*pip, "--no-warn-script-location", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def _environment(installed: Path) -> dict[str, str]:
    return dict(os.environ, PYTHONPATH=str(installed), PYTHONUNBUFFERED="1")


def _command(installed: Path, *arguments: str) -> list[str]:
    # -P keeps the checkout out of reach.
    return [sys.executable, "-P", str(installed / "bin" / "workbench"), *arguments]


def test_the_wheel_holds_every_file_that_ships(wheel: Path) -> None:
    shipped = {"docs/guidelines.md", "schema.json"}
    for folder in ("annotations", "static", "templates"):
        files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        shipped |= {path.relative_to(ROOT).as_posix() for path in files}
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {f"workbench/{name}" for name in shipped} - held == set()
    for needed in ("templates/pages/", "static/css/", "static/js/", "annotations/"):
        assert any(name.startswith(f"workbench/{needed}") for name in held), needed


def test_the_wheel_holds_nothing_but_the_product_and_its_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {
        "workbench",
        "workbench-0.1.0.dist-info",
    }
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if "__pycache__" in name or "instance/" in name]


def test_the_files_in_the_wheel_are_those_of_the_checkout(installed: Path) -> None:
    for name in ("schema.json", "docs/guidelines.md"):
        assert (installed / "workbench" / name).read_bytes() == (
            ROOT / name
        ).read_bytes()
    schema = json.loads((installed / "workbench" / "schema.json").read_bytes())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_installed_command_has_help(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        _command(installed, "--help"),
        cwd=tmp_path,
        env=_environment(installed),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "serve" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def served(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the installed product, served from an empty folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "log.txt"
    arguments = ["serve", "--port", str(port), "--db", str(tmp_path / "workbench.db")]
    with log.open("wb") as output:
        process = subprocess.Popen(
            _command(installed, *arguments),
            cwd=tmp_path,
            env=_environment(installed),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(port, process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nothing is served; the log reads:\n{log.read_text()}")


def test_the_installed_product_serves_its_start_page_and_style(served: str) -> None:
    with urllib.request.urlopen(f"{served}/", timeout=20) as answer:
        page = answer.read().decode()
        assert answer.status == 200
    assert "<html" in page
    sheets = re.findall(r'href="(/static/[^"]+\.css[^"]*)"', page)
    assert sheets
    for sheet in sheets:
        with urllib.request.urlopen(served + sheet, timeout=20) as answer:
            assert answer.status == 200


#: What a page answers while nobody has made gold.
WITHOUT_GOLD = {"/export/gold": 422, "/agreement/gold/cases": 404}


def refused_too(
    browser: urllib.request.OpenerDirector, address: str
) -> http.client.HTTPResponse | urllib.error.HTTPError:
    """The answer, a refusal's page like any other."""
    try:
        found: http.client.HTTPResponse = browser.open(address, timeout=20)
    except urllib.error.HTTPError as refusal:
        return refusal
    return found


def test_the_installed_product_serves_every_page_and_what_it_asks_for(
    installed: Path, served: str, tmp_path: Path
) -> None:
    asked = _command(installed, "link", "--db", str(tmp_path / "workbench.db"))
    told = subprocess.run(
        asked,
        cwd=tmp_path,
        env=_environment(installed),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    token = re.search(r"/sign-in/(\S+)", told.stdout)
    assert token, told.stderr
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    browser.addheaders = [("Sec-Fetch-Site", "same-origin")]
    browser.open(f"{served}/sign-in/{token[1]}", data=b"", timeout=20).close()

    app = create_app({"DB": str(tmp_path / "routes.db")})
    pages = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.arguments
        if not ACCESS[rule.endpoint].startswith("token")
    ]
    app.extensions["connections"].get().close()
    assert len(pages) > 12
    files: set[str] = set()
    for path in [*pages, "/articles/harbour-wire", "/articles/harbour-wire/history"]:
        with refused_too(browser, served + path) as answer:
            assert answer.status == WITHOUT_GOLD.get(path, 200), path
            if answer.headers.get_content_type() == "text/html":
                page = answer.read().decode()
                files |= set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    assert len(files) > 10
    for path in files:
        with browser.open(served + path, timeout=20) as answer:
            assert answer.status == 200, path
