"""All files for machines, by their path in the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.feeds.data import data_files
from generator.feeds.entries import channels
from generator.feeds.formats import atom, json_feed
from generator.feeds.redirects import redirect_files
from generator.pages.links import other

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.pages.page import PlannedPage
    from generator.pages.renderer import Renderer


def machine_files(
    renderer: Renderer, pages: Iterable[PlannedPage], moves: Mapping[str, str]
) -> dict[str, bytes]:
    """Return feeds, data files, redirects and, where the site knows its address, a sitemap.

    ``moves`` gives the new page of each that has moved, as ``articles/<id>``.
    """
    folders = [folder / "feeds" for folder in renderer.settings.template_folders]
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    files = data_files(renderer.linked)
    for channel in channels(renderer):
        files[f"{channel.path}feed.xml"] = atom(environment, channel)
        files[f"{channel.path}feed.json"] = json_feed(channel)
    files.update(redirect_files(renderer, environment, moves))
    base = renderer.settings.site_url
    if base:
        sitemap = environment.get_template("sitemap.xml.jinja")
        files["sitemap.xml"] = sitemap.render(pages=pages, base=base, other=other).encode()
    return files
