"""The worked example of docs/api.md, as it stands, against a server."""

import re
import shutil
import subprocess
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from waitress.server import create_server
from waitress.wasyncore import close_all

from workbench.store import accounts, people

from .conftest import House

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "api.md"


@pytest.fixture
def base(house: House):
    server = create_server(house.app, host="127.0.0.1", port=0, ident=None)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(lambda: close_all(server._map, ignore_all=True))
    thread.join(timeout=5)
    server.task_dispatcher.shutdown(timeout=5)


@pytest.mark.skipif(shutil.which("curl") is None, reason="There is no curl.")
def test_the_worked_example_prints_what_the_guide_says(house, base, tmp_path):
    written = GUIDE.read_text(encoding="utf-8")
    makes_token, *scripts = re.findall(r"```sh\n(.*?)```", written, re.S)
    said = re.findall(r"```json\n(.*?)```", written, re.S)
    assert "user token" in makes_token
    assert len(said) == len(scripts) == 3
    lead = people.ensure(house.db, "lena", role="lead")
    life = timedelta(days=1)
    token = accounts.make_token(house.db, lead.id, "test", "write", life)
    script = "".join(scripts).replace("http://127.0.0.1:8000", base)
    done = subprocess.run(
        ["sh", "-e", "-c", f"TOKEN={token}\n{script}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout == "".join(said), done.stderr
    assert '"40 percent"' in (tmp_path / "annotations.jsonl").read_text("utf-8")


@pytest.mark.skipif(shutil.which("curl") is None, reason="There is no curl.")
def test_a_body_of_50_megabytes_is_refused_plainly_by_the_server(house, base, tmp_path):
    lead = people.ensure(house.db, "lena", role="lead")
    life = timedelta(days=1)
    token = accounts.make_token(house.db, lead.id, "test", "write", life)
    large = tmp_path / "large.json"
    large.write_bytes(b" " * 50_000_000)
    for more in ([], ["-H", "Transfer-Encoding: chunked"]):
        done = subprocess.run(
            [
                *("curl", "-s", "-H", f"Authorization: Bearer {token}", *more),
                *("-H", "Content-Type: application/json", "-T", large, "-X", "POST"),
                f"{base}/api/v1/articles",
            ],
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert "A body may have 16 MB; nothing was changed." in done.stdout
