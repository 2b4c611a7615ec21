"""What was vendored is what its package ships, and nothing else lies there."""

import hashlib
import re
from pathlib import Path

import pytest

from workbench.places import shipped

FOLDER = shipped("static", "vendor")
README = (FOLDER / "README.md").read_text(encoding="utf-8")
LISTED = dict(re.findall(r"^\| `([^`]+/[^`]+)` \| `([0-9a-f]{64})` \|$", README, re.M))


def there() -> list[str]:
    files = (path for path in FOLDER.rglob("*") if path.is_file())
    return sorted(str(Path(path).relative_to(FOLDER).as_posix()) for path in files)


def test_every_vendored_file_is_listed_and_every_listed_file_is_there():
    assert there() == sorted(["README.md", *LISTED])


@pytest.mark.parametrize("name", LISTED)
def test_a_vendored_file_has_the_checksum_of_its_package(name):
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == LISTED[name]


def test_every_folder_says_its_version_source_and_licence():
    folders = {name.split("/")[0] for name in LISTED}
    rows = re.findall(r"^\| `([^`/]+)` \|(.+)\|$", README, re.M)
    assert {name for name, _ in rows} == folders
    for name, rest in rows:
        what, version, source, licence = (cell.strip() for cell in rest.split("|"))
        assert what
        assert licence
        assert version in source
        assert (FOLDER / name / "LICENSE").is_file()
