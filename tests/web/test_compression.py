"""What is sent compressed, and what is not."""

import gzip

from workbench.web.compression import LEAST

GZIP = {"Accept-Encoding": "gzip, deflate"}


def test_a_page_is_sent_compressed_to_who_can_read_it(alice, house):
    house.article("Long\n" + "word " * 2_000, "long")
    plain = alice.client.get("/articles/long")
    small = alice.client.get("/articles/long", headers=GZIP, buffered=True)
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in plain.vary
    assert "Accept-Encoding" in small.vary
    assert int(small.headers["Content-Length"]) == len(small.data) < len(plain.data) / 3
    assert b"word word" in gzip.decompress(small.data)


def test_a_client_that_refuses_gzip_gets_plain_text(alice):
    answer = alice.client.get("/articles", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in answer.headers


def test_a_small_answer_and_a_picture_are_left_alone(nobody):
    small = nobody.client.get("/static/js/theme.js", headers=GZIP, buffered=True)
    assert len(small.data) < LEAST
    assert "Content-Encoding" not in small.headers
    path = "/static/vendor/source-serif-4/latin.woff2"
    assert (
        "Content-Encoding"
        not in nobody.client.get(path, headers=GZIP, buffered=True).headers
    )


def test_a_script_that_the_browser_has_is_not_sent_again(nobody):
    first = nobody.client.get("/static/js/desk.js", headers=GZIP, buffered=True)
    assert first.headers["Content-Encoding"] == "gzip"
    tag = first.headers["ETag"]
    again = nobody.client.get(
        "/static/js/desk.js", headers={**GZIP, "If-None-Match": tag}, buffered=True
    )
    assert again.status_code == 304
    assert again.data == b""
    plain = nobody.client.get("/static/js/desk.js", buffered=True)
    assert gzip.decompress(first.data) == plain.data


def test_a_part_of_a_file_is_not_compressed(nobody):
    headers = {**GZIP, "Range": "bytes=0-1999"}
    answer = nobody.client.get("/static/js/desk.js", headers=headers, buffered=True)
    assert (answer.status_code, len(answer.data)) == (206, 2_000)
    assert "Content-Encoding" not in answer.headers
