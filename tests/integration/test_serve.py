"""The development server, asked over raw sockets: a browser would tidy up what is asked for."""

from __future__ import annotations

import os
import socket
import time
from typing import TYPE_CHECKING

import pytest

from generator.shell.serving import is_own_name
from tests.served import save, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

OUTSIDE = "outside-of-the-site"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the server's terminal is written to."""
    return tmp_path_factory.mktemp("terminal") / "log"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project."""
    project: Path = tmp_path_factory.mktemp("served")
    (project / "content/articles").mkdir(parents=True)
    (project / "content/articles/first.txt").write_text("خبر أول\n\nوصل الوفد إلى المدينة اليوم.")
    (project / "content/articles/code.txt").write_text("خبر\n\n{{ 7 * 191 }} <?php echo 7*191 ?>")
    (project / "secret.txt").write_text(OUTSIDE)
    (project / "mkdocs.yml").write_text("site_name: S\ntheme: {name: material}\nplugins: [mujaz]\n")
    return project


@pytest.fixture(scope="module")
def port(served: Path, log: Path) -> Iterator[int]:
    with serving(served, log) as chosen:
        yield chosen


def test_the_terminal_says_where_the_site_is(port: int, log: Path) -> None:
    assert f"Serving on http://127.0.0.1:{port}/" in log.read_text("utf-8")


def ask(port: int, path: str, host: str | None = None, method: str = "GET") -> tuple[int, str]:
    """Return status and the whole answer, headers too."""
    name = f"127.0.0.1:{port}" if host is None else host
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        header = f"Host: {name}\r\n" if name else ""
        connection.sendall(
            f"{method} {path} HTTP/1.1\r\n{header}Connection: close\r\n\r\n".encode()
        )
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
    answer = b"".join(parts).decode("utf-8", "replace")
    return int(answer.split(" ", 2)[1]), answer


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_its_own_names_are_answered(port: int, host: str) -> None:
    status, answer = ask(port, "/ar/", f"{host}:{port}")
    assert status == 200
    assert "خبر" in answer


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "evil.example:{}", "localhost.evil.example:{}", "127.0.0.1", "localhost:1",
     "127.0.0.1.nip.example:{}", "localhost:{}, evil.example", "0.0.0.0:{}", "user@localhost:{}"],
)  # fmt: skip
def test_other_names_are_not(port: int, host: str) -> None:
    status, answer = ask(port, "/ar/", host.format(port))
    assert status in (400, 421)
    assert "خبر" not in answer


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/ar/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
     "/%2e%2e%2f%2e%2e%2fetc/hostname", "//etc/hostname", "/..\\secret.txt",
     "/%c0%ae%c0%ae/secret.txt",
     "/ar/%00/../../secret.txt", "file:///etc/hostname", "/....//secret.txt", "/~root/",
     "/mkdocs.yml", "/content/articles/first.txt", "/.cache/", "/livereload/../../secret.txt"],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(port: int, path: str) -> None:
    status, answer = ask(port, path)
    assert status in (404, 500)
    assert OUTSIDE not in answer
    assert "site_name" not in answer


def test_folders_are_not_listed(port: int) -> None:
    assert ask(port, "/search/")[0] == 404
    assert ask(port, "/assets/mujaz/")[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
def test_nothing_can_be_done_but_reading(port: int, method: str) -> None:
    status, answer = ask(port, "/ar/", method=method)
    assert status in (405, 501)
    assert "خبر" not in answer


def test_what_looks_like_code_is_served_as_it_stands(port: int) -> None:
    _, answer = ask(port, "/ar/articles/code/")
    assert "{{ 7 * 191 }}" in answer
    assert "1337" not in answer
    assert "&lt;?php" in answer


def test_other_sites_can_neither_load_nor_frame_it(port: int) -> None:
    _, answer = ask(port, "/ar/")
    assert "Cross-Origin-Resource-Policy: same-origin" in answer
    assert "X-Frame-Options: DENY" in answer
    assert "X-Content-Type-Options: nosniff" in answer


def test_pages_reload_without_an_inline_script(port: int) -> None:
    _, answer = ask(port, "/ar/")
    assert '<script src="/livereload/reload.js"' in answer
    assert "var livereload" not in answer
    assert "location.reload()" in ask(port, "/livereload/reload.js")[1]


def test_only_this_machine_can_reach_it(port: int) -> None:
    listening = [line.split() for line in proc_net_tcp()]
    ours = [fields[1] for fields in listening if fields[1].endswith(f":{port:04X}")]
    assert ours
    assert all(address.startswith("0100007F:") for address in ours)


def proc_net_tcp() -> list[str]:
    if not os.path.exists("/proc/net/tcp"):  # noqa: PTH110
        pytest.skip("this system does not say who listens where")
    with open("/proc/net/tcp") as table:  # noqa: PTH123
        return [line for line in table if " 0A " in line]  # listening


@pytest.mark.parametrize(
    ("given", "own"),
    [("localhost:80", True), ("localhost", True), ("192.0.2.7", True), ("[2001:db8::1]", True),
     ("laptop.example", False), ("192.0.2.7:8000", False), ("", False)],
)  # fmt: skip
def test_a_server_open_to_the_network_answers_addresses_but_no_names(given: str, own: bool) -> None:
    assert is_own_name(given, "0.0.0.0", 80, open_to_all=True) is own  # noqa: S104


def test_every_change_is_seen_and_no_other(port: int, log: Path, served: Path) -> None:
    def builds() -> int:
        return log.read_text("utf-8").count("Detected file changes")

    # Each a single step: of what takes two, a busy machine may build the first by itself.
    before, article = builds(), served / "content/articles/code.txt"
    with article.open("r+b") as file:
        file.write("خبر\n\nكتب المحرر سطرا واحدا في مكان الخبر القديم.\n".encode())
    wait_for(port, "/ar/articles/code/", "كتب المحرر سطرا")
    save(article, "خبر\n\nوضع المحرر ملفا مكان آخر.", served)
    wait_for(port, "/ar/articles/code/", "وضع المحرر ملفا")
    override = served / "drafts/en/articles/code.md"
    override.parent.mkdir(parents=True)
    override.write_text("---\ntitle: A folder of its own\n---\n", "utf-8")
    overrides = (served / "drafts").rename(served / "content/overrides")
    wait_for(port, "/en/articles/code/", "A folder of its own")
    overrides.rename(served / "elsewhere")
    wait_for(port, "/en/articles/code/", "A folder of its own", there=False)
    settings = served / "mkdocs.yml"
    save(settings, settings.read_text("utf-8").replace("S", "Renamed"), served)
    wait_for(port, "/en/articles/code/", "Renamed")
    # A build that saw its own reading as a change would go on for ever.
    assert builds() - before == 5


def test_what_is_written_into_folders_made_for_it_is_seen(port: int, served: Path) -> None:
    topic = served / "content/topics/delegation.yml"
    topic.parent.mkdir()
    topic.write_text("kind: theme\nname: {ar: الوفد, en: The delegation}\n", "utf-8")
    wait_for(port, "/en/topics/delegation/", "The delegation")
    page = served / "content/overrides/en/articles/first.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Written in place\n---\n", "utf-8")
    wait_for(port, "/en/articles/first/", "Written in place")


def wait_for(port: int, path: str, words: str, *, there: bool = True) -> None:
    """Return when the page has the words, or no longer has them."""
    for _ in range(600):
        if (words in ask(port, path)[1]) is there:
            return
        time.sleep(0.1)
    raise AssertionError(f"{path} never changed")
