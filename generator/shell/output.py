"""Where a build's files go, and which need not be made because they stand there already."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.publish.marker import list_files
from generator.publish.publication import open_publication
from generator.shell.reuse import Published, digest_of, recall, remember, renew, spare_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.pages.page import PlannedPage, RenderedPage
    from generator.pages.tracking import Read
    from generator.pages.values import Values
    from generator.planned import PlannedFile


class Output:
    """One build's way to its site; what has not changed there is neither rendered nor written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Where to build."""
        self.digests: dict[str, str] = {}
        """Of every file that the site will have, by path."""
        self._known = Published()
        self._reused: list[str] = []
        self._reads: dict[str, frozenset[Read]] = {}
        self._asked: dict[Read, Read] = {}

    def to_render(
        self, pages: Iterable[PlannedPage], shell: str, values: Values
    ) -> list[PlannedPage]:
        """Return the pages that must be rendered; the others are taken over when publishing.

        ``shell`` is a digest of all that surrounds the pages, ``values`` what they may read.
        """
        self._values = values
        self._known = known = self._recall(shell)
        outdated = known.outdated(known.changed(values))
        waiting = []
        for page in pages:
            path = page.path
            if path in known.reads and path not in outdated and self._stands(path):
                self._reused.append(path)
                self.digests[path] = known.files[path][0]
            else:
                waiting.append(page)
        return waiting

    def to_draw(self, paths: Iterable[str]) -> list[str]:
        """Return the files that must be made, of ``paths`` whose names tell what they show."""
        known, missing = self._known, []
        for path in paths:
            self.digests[path] = path
            if path in known.files and self._stands(path):
                self._reused.append(path)
            else:
                missing.append(path)
        return missing

    def rendered(self, page: PlannedPage, made: RenderedPage) -> None:
        """Take note of a page that has been rendered."""
        self.digests[page.path] = made.digest
        # Pages that were rendered in other processes bring their own copies of the same reads.
        self._reads[page.path] = frozenset(self._asked.setdefault(r, r) for r in made.reads)

    def write(self, files: Iterable[PlannedFile]) -> None:
        """Make and write the files that the site does not have as they are."""
        known, changed = self._known, []
        for file in files:
            path = file.path
            self.digests[path] = file.digest
            is_known = path in known.files and known.files[path][0] == file.digest
            if is_known and self._stands(path):
                self._reused.append(path)
            else:
                changed.append(file)
        write_files(self.folder, changed)

    def publish(self) -> None:
        """Make what was built, with what is taken over, the site."""
        raise NotImplementedError

    def discard(self) -> None:
        """Leave the site as it was."""
        raise NotImplementedError

    def _renewed(self, site: Path) -> Published:
        """Return what is to be known of the site that was made."""
        reused = frozenset(self._reused)
        return renew(self._known, site, self.digests, reused, self._reads, self._values)

    def _recall(self, shell: str) -> Published:
        raise NotImplementedError

    def _stands(self, path: str) -> bool:
        """Return whether the file at ``path`` is as the last build left it."""
        raise NotImplementedError


class PublishedOutput(Output):
    """The way to a published site. Nothing is seen of a build before :meth:`publish`."""

    def __init__(self, site_dir: Path, protected: Sequence[Path], cache: Path) -> None:
        """Lock the site and open a folder beside it.

        Raises :class:`~generator.errors.MujazError` where the site can't be written.
        """
        self._publication = open_publication(site_dir, protected, spare_of(cache, site_dir))
        self._site = self._publication.site_dir
        self._cache = cache
        super().__init__(self._publication.staging)

    def publish(self) -> None:
        """Put the finished folder in the place of the published site, in one step.

        Raises :class:`~generator.errors.PublishError`; the old site then stands untouched.
        """
        # Linked files share their content with the published ones: so they come last, when
        # nothing writes into the folder any more.
        self._publication.take_over(self._reused)
        self._publication.commit(self.digests)
        remember(self._cache, self._site, self._renewed(self._site))

    def discard(self) -> None:
        """Leave the published site as it was."""
        self._publication.abort()

    def _recall(self, shell: str) -> Published:
        return recall(self._cache, self._site, shell)

    def _stands(self, path: str) -> bool:
        return self._known.unchanged(self._site, path)


class ServedSite:
    """The site that ``mujaz serve`` shows, from one build to the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known = Published()


class ServedOutput(Output):
    """The way to a served site, of which only what has changed is replaced."""

    def __init__(self, site: ServedSite) -> None:
        self._site = site
        super().__init__(Path(tempfile.mkdtemp(prefix="mujaz_")))

    def publish(self) -> None:
        """Move what was built into the served folder, and take away what is no more."""
        site = self._site.folder
        made = {one.path for one in list_files(self.folder)}
        for path in made:
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self.folder / path, target)  # noqa: PTH105
        for path in {one.path for one in list_files(site)} - made - set(self._reused):
            (site / path).unlink()
        self._site.known = self._renewed(site)
        self.discard()

    def discard(self) -> None:
        """Delete what was built."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _recall(self, shell: str) -> Published:
        return self._site.known if self._site.known.shell == shell else Published(shell)

    def _stands(self, path: str) -> bool:
        return path in self._known.files


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
