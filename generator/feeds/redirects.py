"""Small pages that lead from an old address to the new one, in both languages, without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import LANGUAGES, ArticleId, SourceId, TopicId
from generator.pages.links import Links

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment

    from generator.briefing import Briefing
    from generator.pages.renderer import Renderer


def redirect_files(
    renderer: Renderer, environment: Environment, moves: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the page at each old address; ``moves`` gives the new page as ``articles/<id>``.

    Where the new page is not on the site, as a topic that nobody mentions, its list is.
    """
    template = environment.get_template("redirect.html.jinja")
    base = renderer.settings.site_url
    for old, new in moves.items():
        path = f"{new}/" if _is_on_site(new, renderer.linked) else f"{new.partition('/')[0]}/"
        for language in LANGUAGES:
            url = f"{language}/{old}/"
            target = Links(url, language).page(path)
            canonical = f"{base}{language}/{path}" if base else target
            html = template.render(
                ui=renderer.interfaces[language], target=target, canonical=canonical
            )
            yield f"{url}index.html", html.encode()


def _is_on_site(page: str, briefing: Briefing) -> bool:
    section, _, name = page.partition("/")
    if section == "articles":
        return ArticleId(name) in briefing.articles
    if section == "topics":
        return TopicId(name) in briefing.topics
    return SourceId(name) in briefing.sources
