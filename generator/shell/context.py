"""What the shell's templates see of a page, and the parts that are rendered once and reused."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from generator.pages.links import other

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.model import Language
    from generator.pages.strings import Interface
    from generator.shell.assets import Assets
    from generator.shell.navigation import NavigationEntry


class ShellContext(NamedTuple):
    """What ``main.html`` calls ``mujaz``. All texts are plain; the templates escape them."""

    language: Language
    interfaces: Mapping[Language, Interface]
    assets: Assets
    navigation: Sequence[NavigationEntry]
    site_name: str
    root: str
    """The link from this page to the site's root."""
    section: str
    partner: str
    title: str
    head: Markup | str = ""
    """Elements for the head, from :func:`generator.metadata.head.page_head`."""

    @property
    def ui(self) -> Interface:
        """Return the interface words of the page's language."""
        return self.interfaces[self.language]

    @property
    def other(self) -> Language:
        """Return the other language."""
        return other(self.language)

    @property
    def other_ui(self) -> Interface:
        """Return the interface words of the other language."""
        return self.interfaces[self.other]


class Fragments:
    """Renders the unchanging parts of the shell once per language, depth and section."""

    def __init__(self) -> None:
        self._rendered: dict[tuple[str, str, str, str], str] = {}
        self.current: ShellContext | None = None

    def __call__(self, name: str, render: Callable[[], str]) -> Markup:
        """Return the part called ``name`` for the current page, rendering it only on a miss."""
        page = self.current
        if page is None:
            return Markup(render())  # noqa: S704 - a template's own output
        key = (name, page.language, page.root, page.section)
        if key not in self._rendered:
            self._rendered[key] = str(render())
        filled = self._rendered[key].replace("@@partner@@", str(escape(page.partner)))
        return Markup(filled)  # noqa: S704 - a template's own output


def page_title(title: str, site_name: str) -> str:
    """Return the text of the ``title`` element."""
    title = " ".join(title.split())
    return site_name if not title or title == site_name else f"{title} · {site_name}"
