"""Which servers may be asked, and that the one asked is the one that was looked at."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread

import pytest

from workbench.files.remote import RemoteError, post_json, remote


def refused(url: str, *, loopback: bool = False) -> str:
    with pytest.raises(RemoteError) as caught:
        remote(url, loopback=loopback)
    return str(caught.value)


@pytest.mark.parametrize(
    "host",
    [
        *("10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.0.8", "198.18.0.1"),
        *("192.88.99.1", "240.0.0.1", "[::]", "[fe80::1]", "[fc00::1]", "[ff02::1]"),
        # Ways to an address of the other kind.
        *("[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001::1]", "[::ffff:10.0.0.1]"),
        "[fec0::1]",
    ],
)
def test_no_server_inside_a_network_is_asked(host: str) -> None:
    assert "no public address" in refused(f"http://{host}/")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.8.9.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433"]
)
def test_this_machine_is_asked_with_leave_only(host: str) -> None:
    assert "allow that with --loopback" in refused(f"http://{host}:5000/")
    assert remote(f"http://{host}:5000/", loopback=True).port == 5000


def test_with_leave_for_this_machine_no_other_is_asked() -> None:
    assert "not this machine" in refused("http://93.184.216.34/", loopback=True)
    assert "not this machine" in refused("http://10.0.0.1/", loopback=True)


def test_public_addresses_are_asked() -> None:
    to = remote("https://93.184.216.34/suggest?a=b#c")
    assert (to.addresses, to.port, to.is_encrypted) == (("93.184.216.34",), 443, True)
    assert to.target == "/suggest?a=b"
    assert remote("http://[2606:2800:220:1::1]:8080").target == "/"


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("ftp://example.org/", "begins with https:// or http://"),
        ("file:///etc/passwd", "begins with https:// or http://"),
        ("example.org/x", "begins with https:// or http://"),
        ("http:///x", "begins with https:// or http://"),
        ("http://example.org:99999/", "is no address"),
        ("http://example.org:0/", "port 0"),
        ("http://[::1/", "is no address"),
        ("http://me:secret@example.org/", "without user and password"),
        ("http://93.184.216.34:22/", "no web server answers on port 22"),
        ("http://example.org/a b", "a space"),
        ("http://example.org/\r\nX: y", "a space"),
        ("http://exämple.org/", "xn--"),
    ],
)
def test_what_is_no_address_of_a_web_server_is_refused(url: str, problem: str) -> None:
    assert problem in refused(url)


def test_every_address_of_a_name_must_be_public(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def resolve(host: str, port: int, **_: object) -> list[object]:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, (one, port)) for one in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert "example.org is at 10.0.0.1" in refused("https://example.org/")


def test_a_name_is_resolved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        to = remote(f"http://localhost:{listener.getsockname()[1]}/", loopback=True)
    names: list[str] = []
    ask = socket.getaddrinfo

    def resolve(host: str, *more: object, **named: object) -> object:
        names.append(host)
        return ask(host, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(RemoteError, match="localhost cannot be asked"):
        post_json(to, b"{}", seconds=2, limit=100)
    # Numbers need no resolving: the name itself is not asked for again.
    assert set(names) <= set(to.addresses)


def test_the_next_address_is_asked_where_one_refuses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def resolve(host: str, port: int, **_: object) -> list[object]:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, (one, port)) for one in ("127.0.0.2", "127.0.0.1")]

    def say(wire: socket.socket) -> None:
        heard = b""
        while not heard.endswith(b"{}"):
            heard += wire.recv(1000)
        wire.sendall(OK + b"Content-Length: 2\r\n\r\n{}")

    with answering(say) as port:
        with monkeypatch.context() as patched:
            patched.setattr(socket, "getaddrinfo", resolve)
            to = remote(f"http://localhost:{port}/", loopback=True)
        assert post_json(to, b"{}", seconds=5, limit=100) == b"{}"


def test_an_unknown_name_is_told() -> None:
    assert "cannot be resolved" in refused("http://no-such-name.invalid/")


def test_what_does_not_speak_tls_is_not_asked_in_the_clear() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        to = remote(f"https://127.0.0.1:{port}/", loopback=True)
        with pytest.raises(RemoteError, match="No answer within"):
            post_json(to, b"{}", seconds=0.5, limit=100)


@contextmanager
def answering(say: Callable[[socket.socket], None]) -> Iterator[int]:
    """The port of a server that says what it likes, byte by byte."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                wire, _ = listener.accept()
                with wire:
                    say(wire)

        Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]


OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    ("scheme", "begin"),
    [
        ("http", b"HTTP/1.1 200 OK\r\nX: "),
        ("http", OK + b"\r\n"),
        ("http", OK + b"Content-Length: 100000\r\n\r\n"),
        ("http", OK + b"Transfer-Encoding: chunked\r\n\r\n0"),
        ("https", b"\x16\x03\x03\x40\x00\x02"),
    ],
)
def test_a_server_that_says_a_byte_now_and_then_is_left_in_time(
    scheme: str, begin: bytes
) -> None:
    def drip(wire: socket.socket) -> None:
        wire.sendall(begin)
        for _ in range(100):
            time.sleep(0.1)
            wire.sendall(b"0")

    with answering(drip) as port:
        to = remote(f"{scheme}://127.0.0.1:{port}/", loopback=True)
        before = time.monotonic()
        with pytest.raises(RemoteError, match=r"No answer within 0\.5 seconds"):
            post_json(to, b"{}", seconds=0.5, limit=1_000_000)
        assert time.monotonic() - before < 5


def test_an_answer_in_chunks_that_is_cut_short_is_told_in_words() -> None:
    def say(wire: socket.socket) -> None:
        wire.recv(10_000)
        wire.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab")
        wire.shutdown(socket.SHUT_WR)
        wire.recv(10_000)

    with answering(say) as port:
        to = remote(f"http://127.0.0.1:{port}/", loopback=True)
        with pytest.raises(RemoteError, match="broke off before its end"):
            post_json(to, b"{}", seconds=5, limit=100)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 500 \x1b[2Jgone\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://\x1b[2J/\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: \x1b[2J\r\n\r\n",
        b"SSH-2.0 \x1b[2J\r\n",
    ],
)
def test_what_a_server_says_moves_nothing_in_a_terminal(answer: bytes) -> None:
    with answering(lambda wire: wire.sendall(answer)) as port:
        to = remote(f"http://127.0.0.1:{port}/", loopback=True)
        with pytest.raises(RemoteError) as caught:
            post_json(to, b"{}", seconds=5, limit=100)
    assert str(caught.value).isprintable()
