"""All files for machines, by their path in the site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.feeds.data import data_files
from generator.feeds.entries import channels
from generator.feeds.formats import atom, json_feed
from generator.feeds.redirects import redirect_files
from generator.metadata.head import alternates
from generator.planned import PlannedFile, ready_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.pages.page import PlannedPage
    from generator.pages.renderer import Renderer


def machine_files(
    renderer: Renderer, pages: Iterable[PlannedPage], moves: Mapping[str, str]
) -> Iterator[PlannedFile]:
    """Yield feeds, data files, redirects and, where the site knows its address, a sitemap.

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
    yield from data_files(renderer.linked, renderer.settings)
    for channel in channels(renderer):
        for name, write in (("feed.xml", partial(atom, environment)), ("feed.json", json_feed)):
            yield PlannedFile(f"{channel.path}{name}", channel.digest, partial(write, channel))
    for path, html in redirect_files(renderer, environment, moves):
        yield ready_file(path, html)
    base = renderer.settings.site_url
    if base:
        sitemap = environment.get_template("sitemap.xml.jinja")
        text = sitemap.render(pages=pages, base=base, alternates=alternates)
        yield ready_file("sitemap.xml", text.encode())
