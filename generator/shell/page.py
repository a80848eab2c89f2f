"""A MkDocs page whose HTML is ready: Python-Markdown never sees the text of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from generator.pages.page import Page, PlannedPage


class GeneratedPage(MkDocsPage):
    """A page of the briefing. MkDocs calls :meth:`read_source`, then :meth:`render`."""

    def __init__(
        self, planned: PlannedPage, rendered: Page, file: File, config: MkDocsConfig
    ) -> None:
        self.planned = planned
        self.rendered = rendered
        # The shell shows the title of `rendered`, escaped; MkDocs' own is left empty.
        super().__init__("", file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """There is no Markdown source, and front matter of an article means nothing."""
        self.markdown = ""
        self.meta: dict[str, Any] = {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take the finished HTML and the list of sections."""
        self.content = str(self.rendered.body)
        links = [AnchorLink(entry.title, entry.id, 2) for entry in self.rendered.toc]
        self.toc = TableOfContents(links)
        self.present_anchor_ids = {entry.id for entry in self.rendered.toc}
        self.links_to_anchors = {}


def generated_file(planned: PlannedPage, rendered: Page, config: MkDocsConfig) -> File:
    """Return the MkDocs file of a page, kept out of the navigation.

    A navigation of a thousand articles would make every page hundreds of kilobytes long.
    """
    file = File.generated(
        config,
        f"{planned.url}index.md",
        content="",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.page = GeneratedPage(planned, rendered, file, config)
    return file


class PublishedFile(File):
    """A page that stands in the published site and is taken over: it can be linked to.

    To MkDocs it is a file that need not be built.
    """

    def is_documentation_page(self) -> bool:
        """Return False: there is nothing to render."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Do nothing: it is taken over when the site is published."""


def published_file(url: str, config: MkDocsConfig) -> File:
    """Return the MkDocs file of a page at ``url`` that is not rendered in this build."""
    return PublishedFile(
        f"{url}index.md",
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=config.use_directory_urls,
        dest_uri=f"{url}index.html",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
