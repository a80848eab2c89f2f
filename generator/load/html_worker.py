"""Reads HTML pages in a process of its own: a page that hangs or crashes it costs only itself.

The worker starts with the first page, serves all of them, and is replaced when it dies. Messages
are JSON after their length in eight bytes.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any, Final

from generator.load.html_scan import Page, check_html
from generator.load.limits import or_raise
from generator.load.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.load.limits import Limits

_START: Final = (
    "import sys; sys.path[:] = sys.argv[1:];from generator.load.html_worker import serve; serve()"
)
_LENGTH: Final = struct.Struct(">Q")
_PATIENCE: Final = 12
"""Wall-clock seconds that the worker has for each second of CPU time, for busy machines."""
_START_SECONDS: Final = 120
"""Wall-clock seconds for the worker to load its parser, which is no page's fault."""
_AS_TEXT: Final = "Save the article as plain text"

Worker = subprocess.Popen[bytes]


@contextmanager
def html_reader(limits: Limits) -> Iterator[Callable[[str], Page]]:
    """Give a function that reads one HTML page and raises ``Refused`` where that is not possible.

    The worker lives as long as the context.
    """
    worker: Worker | None = None

    def read(source: str) -> Page:
        nonlocal worker
        check_html(source, limits)
        if worker is None or worker.poll() is not None:
            worker = _start()
        answer = _ask(worker, source, limits)
        if "refused" in answer:
            raise Refused(*answer["refused"])
        return Page(answer["text"], answer["published"])

    try:
        yield read
    finally:
        if worker is not None:
            _stop(worker)


def _start() -> Worker:
    worker = subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", _START, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if _receive(worker, time.monotonic() + _START_SECONDS) is None:
        _stop(worker)
        raise Refused(
            "The program that reads HTML does not start", f"Install Mujaz anew. {_AS_TEXT}"
        )
    return worker


def _stop(worker: Worker) -> None:
    worker.kill()
    worker.communicate()


def _ask(worker: Worker, source: str, limits: Limits) -> dict[str, Any]:
    question = {
        "source": source,
        "depth": limits.html_depth,
        "seconds": limits.html_seconds,
        "memory": limits.html_memory,
    }
    with suppress(BrokenPipeError):  # the worker died, which the answer says better
        _send(worker.stdin, question)
    deadline = time.monotonic() + limits.html_seconds * _PATIENCE
    answer = _receive(worker, deadline)
    if answer is None:
        _stop(worker)
        late = time.monotonic() >= deadline
        raise _why_dead(limits, slow=late or worker.returncode == -signal.SIGPROF)
    return answer


def _receive(worker: Worker, deadline: float) -> dict[str, Any] | None:
    """Return what the worker says, None where it dies or says nothing before the deadline."""
    received = bytearray()
    expected = _LENGTH.size
    while len(received) < expected:
        piece = _read_some(worker.stdout, deadline)
        if not piece:
            return None
        received += piece
        if len(received) >= _LENGTH.size:
            expected = _LENGTH.size + _LENGTH.unpack_from(received)[0]
    answer: dict[str, Any] = json.loads(received[_LENGTH.size :])
    return answer


def _read_some(pipe: IO[bytes] | None, deadline: float) -> bytes:
    """Return what the pipe has, nothing when it is closed or the deadline is over."""
    if pipe is None:
        raise ValueError("the worker was started without pipes")
    poll = select.poll()
    poll.register(pipe, select.POLLIN | select.POLLHUP)
    ready = poll.poll(max(0.0, deadline - time.monotonic()) * 1000)
    return os.read(pipe.fileno(), 1 << 16) if ready else b""


def _why_dead(limits: Limits, *, slow: bool) -> Refused:
    if slow:
        return Refused(
            f"Reading the HTML takes more than {limits.html_seconds:g} seconds",
            f"{_AS_TEXT}, {or_raise('html_seconds')}",
        )
    return Refused("Reading the HTML crashes its parser", _AS_TEXT)


def serve() -> None:
    """Say that we are ready, then answer questions from standard input until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand between the answers
    from generator.load import html_text  # only the worker pays for its imports

    _send(answers, {})
    while header := sys.stdin.buffer.read(_LENGTH.size):
        question = json.loads(sys.stdin.buffer.read(_LENGTH.unpack(header)[0]))
        _send(answers, _answer(question, html_text.read_page))


def _answer(question: dict[str, Any], read_page: Callable[[str, int], Page]) -> dict[str, Any]:
    hardest = resource.getrlimit(resource.RLIMIT_AS)[1]
    with suppress(ValueError, OSError):  # macOS knows no limit on memory
        resource.setrlimit(resource.RLIMIT_AS, (question["memory"], hardest))
    # At the end of this much CPU time the signal ends the process, wherever it is.
    signal.setitimer(signal.ITIMER_PROF, question["seconds"])
    try:
        return read_page(question["source"], question["depth"])._asdict()
    except Refused as refused:
        return {"refused": [refused.message, refused.remedy]}
    except MemoryError:
        message = f"Reading the HTML takes more than {question['memory']:,} bytes of memory"
        return {"refused": [message, f"{_AS_TEXT}, {or_raise('html_memory')}"]}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _send(pipe: IO[bytes] | None, message: dict[str, Any]) -> None:
    if pipe is None:
        raise ValueError("the worker was started without pipes")
    data = json.dumps(message).encode("ascii")
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()
