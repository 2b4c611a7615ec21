"""Asking a server that somebody named: only where it may be asked, and never for long.

Whoever names an address must not make the workbench speak to the inside of a network.
So the name is resolved once, every address it has must be public, and the connection
goes to one of the very addresses that were looked at. Redirects are not followed.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

#: Ports below this belong to services that are no web servers, but for these two.
_FIRST_FREE_PORT = 1024
_WEB_PORTS = (80, 443)
_CHUNK = 65_536
#: Public by `is_global` in some versions of Python, and yet a way to somewhere else.
_INDIRECT = [
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/23",
        "2002::/16",
        "fec0::/10",
    )
]


class RemoteError(ValueError):
    """The server may not be asked, or did not answer as it should; the message says
    which, as a full sentence."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A server and its addresses, every one of which was found fit to be asked."""

    url: str
    host: str
    port: int
    addresses: tuple[str, ...]
    is_encrypted: bool
    target: str


def remote(url: str, *, loopback: bool = False) -> Remote:
    """The server of `url`, its name resolved once.

    With `loopback`, the machine itself may be asked, and only it.

    :raises RemoteError: the address is none, or leads to where it must not.
    """
    parts, port = _parts(url)
    host = parts.hostname or ""
    if not loopback and not (port in _WEB_PORTS or port >= _FIRST_FREE_PORT):
        raise RemoteError(f"{url}: no web server answers on port {port}.")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RemoteError(f"The name {host} cannot be resolved: {error}.") from error
    addresses = tuple(dict.fromkeys(str(one[4][0]) for one in found))
    for address in addresses:
        _vet(address, host, loopback)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Remote(url, host, port, addresses, parts.scheme == "https", target)


def _parts(url: str) -> tuple[SplitResult, int]:
    if not url.isascii() or any(char <= " " or char == "\x7f" for char in url):
        raise RemoteError(
            f"{url!r} holds a space or a letter that no address has: write it with "
            "percent signs, and the name as xn--…."
        )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RemoteError(f"{url!r} is no address: {error}.") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise RemoteError(f"{url!r} is no address: it begins with https:// or http://.")
    if parts.username is not None or parts.password is not None:
        raise RemoteError(
            "Name the address without user and password: others on this machine could "
            "read them."
        )
    if port == 0:
        raise RemoteError(f"{url!r} is no address: there is no port 0.")
    return parts, port or (443 if parts.scheme == "https" else 80)


def _vet(address: str, host: str, loopback: bool) -> None:
    """Nothing, when `address` may be asked.

    :raises RemoteError: it may not.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    ip = mapped or ip
    if loopback:
        if not ip.is_loopback:
            raise RemoteError(
                f"{host} is at {address}, which is not this machine: leave out "
                "--loopback for a server elsewhere."
            )
        return
    if ip.is_loopback:
        raise RemoteError(
            f"{host} is this machine ({address}): allow that with --loopback."
        )
    indirect = any(ip.version == net.version and ip in net for net in _INDIRECT)
    if indirect or ip.is_multicast or not ip.is_global:
        raise RemoteError(
            f"{host} is at {address}, which is no public address: the workbench asks "
            "no servers inside a network."
        )


def _late(seconds: float) -> str:
    return f"No answer within {seconds:g} second{'' if seconds == 1 else 's'}."


class _Deadline:
    """How much of the time is left."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._end = seconds, time.monotonic() + seconds

    def left(self) -> float:
        """The seconds left, more than none.

        :raises RemoteError: there are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise RemoteError(_late(self._seconds))
        return left


def _connect(to: Remote, deadline: _Deadline) -> socket.socket:
    """A connection, over which nothing was said yet."""
    made = _reach(to, deadline)
    if not to.is_encrypted:
        return made
    try:
        return ssl.create_default_context().wrap_socket(
            made, server_hostname=to.host, do_handshake_on_connect=False
        )
    except BaseException:
        made.close()
        raise


def _reach(to: Remote, deadline: _Deadline) -> socket.socket:
    """A connection to the first address that takes one. Each has its share of the time
    that is left: behind one that is silent, the next may answer."""
    *others, last = to.addresses
    for more, address in zip(range(len(others), 0, -1), others, strict=True):
        with suppress(OSError):
            return socket.create_connection(
                (address, to.port), deadline.left() / (more + 1)
            )
    return socket.create_connection((last, to.port), deadline.left())


def _hang_up(wire: socket.socket) -> None:
    """End whatever waits for the other side: a time-out of a socket begins anew with
    every byte, and a server may send one now and then for ever."""
    with suppress(OSError):
        # Below any encryption, whose own end would wait for the other side too.
        socket.socket.shutdown(wire, socket.SHUT_RDWR)


def post_json(
    to: Remote, body: bytes, *, seconds: float, limit: int, token: str | None = None
) -> bytes:
    """What the server answers to the JSON `body`: at most `limit` bytes, all of them
    within `seconds`. `token` goes along as a bearer token.

    :raises RemoteError: it cannot be reached, takes too long, answers with another
        status than 200, not with JSON, or with too much.
    """
    deadline = _Deadline(seconds)
    end: threading.Timer | None = None
    connection = http.client.HTTPConnection(to.host, to.port)
    # The port that is named in the Host header is any but the usual one.
    connection.default_port = 443 if to.is_encrypted else 80
    try:
        connection.sock = wire = _connect(to, deadline)
        end = threading.Timer(deadline.left(), _hang_up, [wire])
        end.daemon = True
        end.start()
        if isinstance(wire, ssl.SSLSocket):
            wire.do_handshake()
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Connection": "close",
            **({"Authorization": f"Bearer {token}"} if token else {}),
        }
        connection.request("POST", to.target, body, headers)
        with connection.getresponse() as answer:
            # What was cut off in its head looks like a short one.
            deadline.left()
            _check(answer, limit)
            parts: list[bytes] = []
            size = 0
            while part := answer.read1(_CHUNK):
                size += len(part)
                if size > limit:
                    raise _too_much(limit)
                parts.append(part)
            deadline.left()
            if answer.length:
                raise RemoteError("The answer broke off before its end.")
        return b"".join(parts)
    except http.client.IncompleteRead:
        deadline.left()
        raise RemoteError("The answer broke off before its end.") from None
    except TimeoutError:
        raise RemoteError(_late(seconds)) from None
    except (OSError, http.client.HTTPException) as error:
        deadline.left()
        if isinstance(error, ssl.SSLError):
            raise RemoteError(
                f"{to.host} cannot be asked securely: {error.reason or error}."
            ) from error
        told = getattr(error, "strerror", None) or error or type(error).__name__
        raise RemoteError(f"{to.host} cannot be asked: {_plain(told)}.") from error
    finally:
        if end:
            end.cancel()
        connection.close()


def _plain(told: object) -> str:
    """What a server says, without what would move about in a terminal."""
    written = "".join(char if char.isprintable() else " " for char in str(told))
    return " ".join(written.split())


def _check(answer: http.client.HTTPResponse, limit: int) -> None:
    if 300 <= answer.status < 400:
        where = answer.getheader("Location") or "another address"
        raise RemoteError(
            f"The server refers to {_plain(where)}: name that address instead."
        )
    if answer.status != 200:
        told = _plain(f"{answer.status} {answer.reason}")
        raise RemoteError(f"The server answered {told}.")
    type_ = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if type_ != "application/json":
        raise RemoteError(f"The answer is {_plain(type_) or 'of no type'}, not JSON.")
    coded = (answer.getheader("Content-Encoding") or "identity").lower()
    if coded != "identity":
        raise RemoteError(
            f"The answer is packed as {_plain(coded)}, which nobody asked for."
        )
    length = answer.getheader("Content-Length")
    if length and length.isdecimal() and int(length) > limit:
        raise _too_much(limit)


def _too_much(limit: int) -> RemoteError:
    return RemoteError(f"The answer has more than {limit:,} bytes.")
