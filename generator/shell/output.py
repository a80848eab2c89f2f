"""Where a build's files go, what is taken over from the published site, and the publishing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.publish.publication import open_publication
from generator.shell.reuse import Published, digest_of, recall, remember, spare_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.pages.page import PlannedPage


class Output:
    """One build's way to the published site. Nothing is seen of it before :meth:`publish`."""

    def __init__(self, site_dir: Path, protected: Sequence[Path], cache: Path) -> None:
        """Lock the site and open a folder beside it.

        Raises :class:`~generator.errors.MujazError` where the site can't be written.
        """
        self._publication = open_publication(site_dir, protected, spare_of(cache, site_dir))
        self._cache = cache
        self._digests: dict[str, str] = {}
        self._reused: list[str] = []
        self._known = Published()

    @property
    def folder(self) -> Path:
        """Return the folder to build into."""
        return self._publication.staging

    def to_render(self, pages: Iterable[PlannedPage], shell: str) -> list[PlannedPage]:
        """Return the pages that must be rendered; the others are taken over when publishing.

        ``shell`` is a digest of all that surrounds the pages.
        """
        self._known = recall(self._cache, self._publication.site_dir, shell)
        return [p for p in pages if not self._take_over(_path(p), p.digest)]

    def leave_out(self, page: PlannedPage) -> None:
        """Forget a page that could not be rendered."""
        self._digests.pop(_path(page), None)

    def _take_over(self, path: str, digest: str) -> bool:
        self._digests[path] = digest
        same = self._known.unchanged(self._publication.site_dir, path, digest)
        if same:
            self._reused.append(path)
        return same

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write the data files that are not in the published site as they are."""
        write_files(
            self.folder,
            {
                path: data
                for path, data in files.items()
                if not self._take_over(path, digest_of([data]))
            },
        )

    def publish(self) -> None:
        """Put the finished folder in the place of the published site, in one step.

        Raises :class:`~generator.errors.PublishError`; the old site then stands untouched.
        """
        # Linked files share their content with the published ones: so they come last, when
        # nothing writes into the folder any more.
        self._publication.take_over(self._reused)
        self._publication.commit(self._digests)
        remember(self._cache, self._publication.site_dir, self._known.shell, self._digests)

    def discard(self) -> None:
        """Leave the published site as it was."""
        self._publication.abort()


def _path(page: PlannedPage) -> str:
    return f"{page.url}index.html"


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files``, whose paths are relative to ``folder``."""
    made: set[Path] = set()
    for path, data in files.items():
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(data)


def shell_digest(parts: Iterable[str], folders: Iterable[Path]) -> str:
    """Return a digest of all that surrounds the pages: settings, templates, Mujaz itself."""
    package = Path(__file__).resolve().parent.parent
    code = [path for name in ("pages", "shell") for path in (package / name).rglob("*.py")]
    code += [*package.glob("*.py")]
    templates = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return digest_of([*parts, *(path.read_bytes() for path in [*sorted(code), *sorted(templates)])])
