"""The development server: MkDocs' own, behind a door that lets nobody else in.

What is served are drafts. A page on the web can make a browser ask ``127.0.0.1`` for them: with a
name of its own that suddenly leads here (DNS rebinding), or by loading the search index as a
script. The first fails at the name, the second at ``Cross-Origin-Resource-Policy``.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.livereload import LiveReloadServer

    Headers = list[tuple[str, str]]
    Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_SCRIPT: Final = "/livereload/reload.js"
_HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
)
# MkDocs puts the same into each page as an inline script, which the pages' policy forbids.
_RELOAD: Final = b"""\
"use strict";
const own = document.currentScript.dataset;
async function poll() {
  for (;;) {
    let wait = 3000;
    try {
      const answer = await fetch(`/livereload/${own.epoch}/${own.page}`);
      if (answer.ok) {
        if (Number(await answer.text()) > Number(own.epoch)) return location.reload();
        wait = 0;
      }
    } catch {
      // The server is gone or restarts; it is asked again.
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
addEventListener("load", poll);
"""


def guard(server: LiveReloadServer) -> LiveReloadServer:
    """Return ``server``, which now answers only readers who asked for it by its own address."""
    host, port = server.server_address[0], server.server_address[1]
    application: Application = server.serve_request
    open_to_all = _is_address(str(host)) and not ipaddress.ip_address(str(host)).is_loopback

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        def start_guarded(status: str, headers: Headers, *rest: Any) -> Any:
            return start(status, [*headers, *_HEADERS], *rest)

        if not is_own_name(environ.get("HTTP_HOST", ""), str(host), int(port), open_to_all):
            return _refuse(start_guarded, "421 Misdirected Request", host, port)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return _refuse(start_guarded, "405 Method Not Allowed", host, port)
        if environ["PATH_INFO"] == _SCRIPT:
            start_guarded("200 OK", [("Content-Type", "text/javascript")])
            return [_RELOAD]
        return application(environ, start_guarded)

    server.set_app(answer)
    setattr(server, "_inject_js_into_html", _inject)  # noqa: B010 - MkDocs has no way to ask for it
    return server


def is_own_name(given: str, host: str, port: int, open_to_all: bool = False) -> bool:
    """Return whether the ``Host`` header ``given`` names a server that listens on ``host``.

    One that is ``open_to_all`` the network may be asked for by any address, by a name never: that
    may be anybody's.
    """
    name, colon, number = given.rpartition(":")
    if not colon or number != str(port):
        name, number = given, "80"
    if number != str(port):
        return False
    name = name.lower()
    if name in ("localhost", "127.0.0.1", "[::1]", host, f"[{host}]"):
        return True
    return open_to_all and _is_address(name.removeprefix("[").removesuffix("]"))


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _refuse(start: Callable[..., Any], status: str, host: Any, port: Any) -> Iterable[bytes]:
    start(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [f"{status}. This is http://{host}:{port}/, for reading only.\n".encode()]


def _inject(content: bytes, epoch: int) -> bytes:
    """Return a page that reloads itself when a newer build than ``epoch`` is there."""
    body, end, rest = content.rpartition(b"</body>")
    tag = b'<script src="%b" data-epoch="%d" data-page="%d"></script>' % (
        _SCRIPT.encode(), epoch, epoch,
    )  # fmt: skip
    return body + tag + end + rest if end else content + tag
