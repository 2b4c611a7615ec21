"""Scripts and styles: kept by the browser, and of one version."""

import re
from pathlib import Path

from workbench.web.assets import _digest


def test_a_page_names_files_that_the_browser_may_keep_for_good(window):
    page = window.visitor.client.get(window.base).text
    named = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert len(named) > 8
    for url in named:
        with window.visitor.client.get(url) as answer:
            assert answer.status_code == 200, url
            assert "immutable" in answer.headers["Cache-Control"], url
            assert "no-cache" not in answer.headers["Cache-Control"], url
    assert len({url.split("/")[2] for url in named}) == 1


def test_a_file_under_an_older_version_or_none_is_asked_for_again(nobody):
    for path in ("/static/~0123456789ab/js/desk.js", "/static/js/desk.js"):
        with nobody.client.get(path) as answer:
            assert answer.status_code == 200, path
            assert answer.headers["Cache-Control"] == "no-cache", path
    assert nobody.client.get("/static/~0123456789ab/js/gone.js").status_code == 404
    assert nobody.client.get("/static/~x/../../schema.json").status_code == 404


def test_the_version_changes_with_any_file(tmp_path: Path):
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "a.js").write_text("1", "utf-8")
    first = _digest(tmp_path)
    assert _digest(tmp_path) == first
    (tmp_path / "js" / "a.js").write_text("2", "utf-8")
    second = _digest(tmp_path)
    (tmp_path / "js" / "a.js").rename(tmp_path / "js" / "b.js")
    assert len({first, second, _digest(tmp_path)}) == 3


def test_the_font_of_an_article_comes_with_its_page(house, alice):
    titles = {
        "The quay": "latin",
        "Набережная": "cyrillic",
        "Η προκυμαία": "greek",
        "12 %": "latin",
        "رصيف الميناء": "latin",
    }
    for n, (title, script) in enumerate(titles.items()):
        window = house.window(alice, f"{title}\nwords {n}\n", f"art{n}")
        named = re.findall(
            r'preload" href="(\S+)" as="font"', alice.client.get(window.base).text
        )
        assert [url.split("/")[-1] for url in named] == [f"{script}.woff2"]
