"""Sends JSON to an address and reads JSON back: bounded in time, size and number of attempts.

The standard library does it, without following redirects: a key must not travel to an address
that nobody has named.
"""

from __future__ import annotations

import ipaddress
import json
import re
import socket
import ssl
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass

from generator.translate.provider import ProviderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MOST_BYTES: Final = 1_000_000
"""Largest reply that is read."""
_ATTEMPTS: Final = 4
_FIRST_WAIT: Final = 1.0
"""Seconds before the second attempt; twice as long before each further one."""
_LONGEST_WAIT: Final = 60.0
"""Longest that a server may make us wait, in seconds."""
_WORTH_TRYING_AGAIN: Final = frozenset([408, 425, 429, 500, 502, 503, 504])


class _AttemptError(Exception):
    """An attempt has failed; the next one may not."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server has answered."""

    status: int
    data: Any
    """The JSON of its body, None where that is none or over :data:`MOST_BYTES`."""
    too_large: bool = False


@dataclass(slots=True)
class Poster:
    """Posts to one address.

    ``seconds`` bound one attempt from connecting to the last byte; ``pause`` is the least time
    between two requests, in seconds.
    """

    address: str
    headers: Mapping[str, str] = field(repr=False)
    """Sent with each request; the key is among them, so they are never shown."""
    seconds: float = 60.0
    pause: float = 0.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _next: float = 0.0

    def post(self, payload: Any) -> Reply:
        """Return the reply, whatever its status; where it is worth it, after further attempts.

        Raises ProviderError where no attempt has brought one.
        """
        body = json.dumps(payload, ensure_ascii=False).encode()
        wait = _FIRST_WAIT
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                self._keep_pace()
                return self._attempt(body)
            except _AttemptError as failed:
                asked = failed.wait or 0.0
                if attempt == _ATTEMPTS or asked > _LONGEST_WAIT:
                    raise ProviderError(f"{self.address}: {failed}. Try again later.") from failed
                self.sleep(max(wait, asked))
                wait *= 2
        raise AssertionError("unreachable")

    def _keep_pace(self) -> None:
        now = self.clock()
        if now < self._next:
            self.sleep(self._next - now)
        self._next = max(now, self._next) + self.pause

    def _attempt(self, body: bytes) -> Reply:
        parts = urlsplit(self.address)
        connection = _connection(parts, self.seconds)
        try:
            with _at_most(self.seconds) as (late, watch):
                try:
                    connection.connect()
                    watch(connection.sock)
                    connection.request("POST", _target(parts), body, dict(self.headers))
                    reply = connection.getresponse()
                    data = reply.read(MOST_BYTES + 1)
                except (OSError, HTTPException, ValueError) as error:
                    raise _AttemptError(late() or _why(error)) from error
            if late():
                raise _AttemptError(late())
            if reply.length and len(data) <= MOST_BYTES:
                raise _AttemptError("the connection was cut")
            if reply.status in _WORTH_TRYING_AGAIN:
                wait = _seconds(reply.headers.get("Retry-After"))
                asks = f" and asks to wait {wait:.0f} s" if wait else ""
                raise _AttemptError(f"it answers {reply.status}{asks}", wait)
            return _reply(reply.status, data)
        finally:
            connection.close()


def _reply(status: int, data: bytes) -> Reply:
    if len(data) > MOST_BYTES:
        return Reply(status, None, too_large=True)
    try:
        return Reply(status, json.loads(data))
    except (ValueError, RecursionError):
        return Reply(status, None)


def _connection(parts: SplitResult, seconds: float) -> HTTPConnection:
    """Return a connection, through the proxy that the environment names if it names one."""
    host, port = parts.hostname or "", parts.port
    secure = parts.scheme == "https"
    here = is_this_machine(host) or proxy_bypass(host)
    proxy = None if here else getproxies().get(parts.scheme)
    at = urlsplit(proxy) if proxy else None
    near, gate = (at.hostname or "", at.port or 8080) if at else (host, port)
    if secure:
        context = ssl.create_default_context()
        connection: HTTPConnection = HTTPSConnection(near, gate, timeout=seconds, context=context)
    else:
        connection = HTTPConnection(near, gate, timeout=seconds)
    if at:
        connection.set_tunnel(host, port or (443 if secure else 80))
    return connection


@contextmanager
def _at_most(
    seconds: float,
) -> Iterator[tuple[Callable[[], str], Callable[[socket.socket], None]]]:
    """Cut a connection after ``seconds``, which a time-out of each read would not do.

    Gives a function that says so, or nothing while there is time, and one that is told which
    socket to cut: the connection forgets its own as soon as the reply begins.
    """
    late = threading.Event()
    watched: list[socket.socket] = []

    def cut() -> None:
        late.set()
        for sock in watched:
            with suppress(OSError):  # it is closed already
                sock.shutdown(socket.SHUT_RDWR)

    def watch(sock: socket.socket) -> None:
        watched.append(sock)
        if late.is_set():
            cut()

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield (lambda: f"it takes longer than {seconds:g} s" if late.is_set() else ""), watch
    finally:
        timer.cancel()


def is_this_machine(host: str) -> bool:
    """Return whether a host's name or address is that of this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _target(parts: SplitResult) -> str:
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it does not answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there"
    if isinstance(error, ssl.SSLError):
        return f"the secure connection fails ({error.reason})"
    return f"the connection fails ({type(error).__name__})"


def _seconds(value: str | None) -> float | None:
    """Return the seconds of a Retry-After; a date, which the other form is, is not heeded."""
    return float(value) if value and re.fullmatch(r"[0-9]{1,6}", value.strip()) else None
