"""Where a build's files go, what is taken over from the published site, and the publishing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.publish.publication import open_publication
from generator.shell.reuse import Published, digest_of, recall, remember, spare_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.pages.page import PlannedPage, RenderedPage
    from generator.pages.tracking import Read
    from generator.pages.values import Values
    from generator.planned import PlannedFile


class Output:
    """One build's way to the published site. Nothing is seen of it before :meth:`publish`."""

    def __init__(self, site_dir: Path, protected: Sequence[Path], cache: Path) -> None:
        """Lock the site and open a folder beside it.

        Raises :class:`~generator.errors.MujazError` where the site can't be written.
        """
        self._publication = open_publication(site_dir, protected, spare_of(cache, site_dir))
        self._cache = cache
        self._known = Published()
        self._reused: list[str] = []
        self._reads: dict[str, frozenset[Read]] = {}
        self.digests: dict[str, str] = {}
        """Of every file that will be published, by path."""

    @property
    def folder(self) -> Path:
        """Return the folder to build into."""
        return self._publication.staging

    def to_render(
        self, pages: Iterable[PlannedPage], shell: str, values: Values
    ) -> list[PlannedPage]:
        """Return the pages that must be rendered; the others are taken over when publishing.

        ``shell`` is a digest of all that surrounds the pages, ``values`` what they may read.
        """
        site = self._publication.site_dir
        self._values = values
        self._known = known = recall(self._cache, site, shell)
        outdated = known.outdated(known.changed(values))
        waiting = []
        for page in pages:
            path = page.path
            if path in known.reads and path not in outdated and known.unchanged(site, path):
                self._reused.append(path)
                self.digests[path] = known.files[path][0]
            else:
                waiting.append(page)
        return waiting

    def to_draw(self, paths: Iterable[str]) -> list[str]:
        """Return the files that must be made, of ``paths`` whose names tell what they show."""
        site, known, missing = self._publication.site_dir, self._known, []
        for path in paths:
            self.digests[path] = path
            if path in known.files and known.unchanged(site, path):
                self._reused.append(path)
            else:
                missing.append(path)
        return missing

    def rendered(self, page: PlannedPage, made: RenderedPage) -> None:
        """Take note of a page that has been rendered."""
        self.digests[page.path] = made.digest
        self._reads[page.path] = made.reads

    def write(self, files: Iterable[PlannedFile]) -> None:
        """Make and write the files that are not in the published site as they are."""
        site, known = self._publication.site_dir, self._known
        changed = []
        for file in files:
            path = file.path
            self.digests[path] = file.digest
            is_known = path in known.files and known.files[path][0] == file.digest
            if is_known and known.unchanged(site, path):
                self._reused.append(path)
            else:
                changed.append(file)
        write_files(self.folder, changed)

    def publish(self) -> None:
        """Put the finished folder in the place of the published site, in one step.

        Raises :class:`~generator.errors.PublishError`; the old site then stands untouched.
        """
        # Linked files share their content with the published ones: so they come last, when
        # nothing writes into the folder any more.
        self._publication.take_over(self._reused)
        self._publication.commit(self.digests)
        site = self._publication.site_dir
        remember(self._cache, site, self._known, self.digests, self._reads, self._values)

    def discard(self) -> None:
        """Leave the published site as it was."""
        self._publication.abort()


def write_files(folder: Path, files: Iterable[PlannedFile]) -> None:
    """Make ``files`` and write them into ``folder``."""
    made: set[Path] = set()
    for file in files:
        target = folder / file.path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(file.make())


def shell_digest(parts: Iterable[str], folders: Iterable[Path]) -> str:
    """Return a digest of all that surrounds the pages: settings, templates, Mujaz itself."""
    code = Path(__file__).resolve().parent.parent.rglob("*.py")
    templates = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return digest_of([*parts, *(path.read_bytes() for path in [*sorted(code), *sorted(templates)])])
