"""The MkDocs plugin: ``plugins: [mujaz]`` turns a project into its site.

Only MkDocs' events are here; what they do stands in the modules beside this one.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File
from mkdocs.utils import CountHandler

from generator.briefing import Text
from generator.build import assemble
from generator.cards.stage import draw_cards
from generator.errors import MujazError, Problem
from generator.memory import Memory
from generator.metadata.head import page_head
from generator.metadata.structured import script_json
from generator.metadata.subject import Described
from generator.pages.links import Links
from generator.pages.render import render_pages
from generator.pages.values import Values
from generator.planned import ready_file
from generator.report import Report
from generator.shell.assets import find_assets, is_unused
from generator.shell.config import MujazConfig, settings_of
from generator.shell.context import Fragments, ShellContext, page_title
from generator.shell.navigation import make_navigation
from generator.shell.output import (
    PublishedOutput,
    ServedOutput,
    ServedSite,
    shell_digest,
    write_files,
)
from generator.shell.page import GeneratedPage, generated_file, published_file
from generator.shell.serving import guard, outlive_failures
from generator.shell.theme import list_quickly
from generator.shell.watching import hear_of_changes
from generator.shell.written import read_written

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

    from generator.build import Site
    from generator.model import Language
    from generator.pages.page import PlannedPage
    from generator.shell.output import Output

log = logging.getLogger("mkdocs.plugins.mujaz")

_NOT_FOUND = Markup('<meta name="robots" content="noindex">')


class MujazPlugin(BasePlugin[MujazConfig]):  # type: ignore[no-untyped-call]
    """Assembles the site and lets MkDocs put Material's shell around every page."""

    def __init__(self) -> None:
        self.report = Report()
        self.site: Site | None = None
        self._output: Output | None = None
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)
        self._serving = False
        self._served: ServedSite | None = None
        self._memory = Memory()
        self.engine = "local"
        """Where articles are analysed; see :func:`generator.parallel.engine.choose_engine`."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether a site is published or only served."""
        if dirty:
            raise PluginError("mujaz: --dirty would publish half a site. Leave it out.")
        self._serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Fill in the theme, and send MkDocs to write beside the published site."""
        settings = _checked(settings_of, config, self.config)
        if self._serving:  # drafts are not shared
            settings = replace(settings, share_images="none")
        memory = self._memory if self._serving else None
        self.settings = replace(settings, engine=self.engine, memory=memory)
        folders = self.settings.template_folders
        config.theme.dirs[:0] = [str(folder / "overrides") for folder in folders]
        config.theme["font"] = False
        list_quickly(config.theme)
        # MkDocs' sitemap carries the day of the build and knows nothing of languages.
        config.theme.static_templates.discard("sitemap.xml")
        self._assets = _checked(find_assets, [Path(d) for d in config.theme.dirs], folders)
        self.report.clear()
        self._site_dir = config.site_dir
        self._output = self._open([self.settings.content, *folders])
        config.site_dir = str(self._output.folder)
        if config.strict and not self._serving:
            logging.getLogger("mkdocs").addHandler(self._warnings)
        return config

    def _open(self, protected: list[Path]) -> Output:
        folder = Path(self._site_dir)
        if not self._serving:
            made: Output = _checked(PublishedOutput, folder, protected, self.settings.cache)
            return made
        self._served = self._served or ServedSite(folder)
        return ServedOutput(self._served)

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Run the pipeline and hand MkDocs a file for each page and asset."""
        self.site = _checked(assemble, self.settings, self.report)
        settings = self.settings
        taken = {made.path for made in (*self.site.pages, *self.site.files)}
        docs = Path(config.docs_dir)
        written = read_written(files, docs, settings.root, settings.limits, taken)
        self.report.add(p for p in written if p not in self.report.problems)
        for problem in self.report.problems:
            log.warning("%s", problem)
        self._navigation = make_navigation(files, self.site.renderer.interfaces)
        pages = list(self.site.pages)
        self._urls = {page.url for page in pages} | {f.url for f in files.documentation_pages()}
        renderer = self.site.renderer
        values = Values(renderer.linked, renderer.said, renderer.names.fingerprint)
        pages = self._building.to_render(pages, self._shell(config), values)
        for file in [file for file in files if is_unused(file.src_uri)]:
            files.remove(file)
        self._append(files, pages, config)
        rendered = {page.url for page in pages}
        for page in self.site.pages:
            if page.url not in rendered:
                files.append(published_file(page.url, config))
        for path, data in self._assets.files.items():
            files.append(File.generated(config, path, content=data))
        self._rendered = len(pages)
        return files

    @property
    def _building(self) -> Output:
        assert self._output is not None  # noqa: S101 - opened by on_config
        return self._output

    def _append(self, files: Files, pages: list[PlannedPage], config: MkDocsConfig) -> None:
        """Render ``pages`` and give them to MkDocs; those that fail are named and left out."""
        assert self.site is not None  # noqa: S101 - made just before
        for planned, rendered in render_pages(self.site.renderer, pages, self.settings.workers):
            if isinstance(rendered, Problem):
                self.report.add([rendered])
                log.warning("%s", rendered)
                continue
            self._building.rendered(planned, rendered)
            files.append(generated_file(planned, rendered.page, config))

    def _shell(self, config: MkDocsConfig) -> str:
        path = config.config_file_path
        parts = [
            Path(path).read_text("utf-8") if path else "",
            repr((self.settings, self._navigation, config.site_url)),
            *(
                f"{name} {version(name)}"
                for name in ("mkdocs", "mkdocs-material", "jinja2", "pillow")
            ),
        ]
        return shell_digest(parts, self.settings.template_folders)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the shell's templates the parts that are rendered once."""
        self._fragments = Fragments()
        env.globals["fragment"] = self._fragments
        env.filters["script_json"] = script_json
        env.trim_blocks = env.lstrip_blocks = True
        return env

    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Give a page its language, its partner in the other one, and its texts."""
        assert self.site is not None  # noqa: S101 - on_files has run before any page is shown
        if isinstance(page, GeneratedPage):
            planned, made = page.planned, page.rendered
            shell = self._context(
                planned.url, planned.language, planned.section, planned.partner,
                made.title.text, made.head,
            )  # fmt: skip
        else:
            language: Language = "en" if page.url.startswith("en/") else "ar"
            home = "ar/" if language == "en" else "en/"
            mirror = home + page.url[len(home) :]
            partner = mirror if mirror in self._urls else home
            title = Text(str(page.title or ""), language, "editor")
            about = str(page.meta.get("description", ""))
            described = Described(page.url, language, partner, page.url, title, about)
            head = page_head(self.site.renderer, described)
            shell = self._context(page.url, language, page.url, partner, title.text, head)
        self._fragments.current = context["mujaz"] = shell
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give the page for unknown addresses both languages."""
        shell = self._context("404.html", "ar", "", "en/", "404", _NOT_FOUND)
        # It is shown at any address, so its links count from the top of the host.
        root = urlsplit(self.settings.site_url).path or "/"
        self._fragments.current = context["mujaz"] = shell._replace(root=root)
        return context

    def _context(
        self, url: str, language: Language, section: str, partner: str,
        title: str, head: Markup | str,
    ) -> ShellContext:  # fmt: skip
        assert self.site is not None  # noqa: S101 - on_files has run before any page is shown
        settings = self.settings
        name = settings.name.get(language)
        return ShellContext(
            language=language,
            interfaces=self.site.renderer.interfaces,
            assets=self._assets,
            navigation=self._navigation[language],
            site_name=name,
            root=Links(url, language).root,
            section=section,
            partner=partner,
            title=page_title(title, name),
            head=head,
        )

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the data files; then, if nothing speaks against it, publish."""
        assert self.site is not None  # noqa: S101 - on_files has run before
        output = self._building
        if config.strict and self._warnings.get_counts():
            self._discard()
            return  # MkDocs itself now ends the strict build with its count of the warnings.
        with self.report.stage("cards") as stage:
            stage.count = self._draw(output)
        with self.report.stage("publish") as stage:
            account = self.site.account(output.digests, self.report.problems)
            _checked(output.write, (*self.site.files, account))
            _checked(output.publish)
            stage.count = self._rendered
            stage.reused = len(self.site.pages) - self._rendered
        self._output = None
        config.site_dir = self._site_dir
        logging.getLogger("mkdocs").removeHandler(self._warnings)

    def _draw(self, output: Output) -> int:
        """Draw the share images that the published site lacks; return how many."""
        assert self.site is not None  # noqa: S101 - on_files has run before any page is shown
        missing = output.to_draw(self.site.cards)
        drawn = _checked(draw_cards, self.site.cards, missing, self.settings)
        write_files(output.folder, (ready_file(path, png) for path, png in drawn.items()))
        return len(missing)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Let nobody but this machine's own readers in, and watch what pages are made of."""
        for folder in (self.settings.content, self.settings.root / "templates"):
            if folder.is_dir():
                server.watch(str(folder))
        for path in config.watch:  # MkDocs does it later, which has no effect then
            server.watch(path)
        hear_of_changes(server)
        return guard(server, outlive_failures(server, self.report))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it was."""
        self._discard()

    def on_shutdown(self) -> None:
        """Release what an interrupted build held."""
        self._discard()

    def _discard(self) -> None:
        if self._output is not None:
            self._output.discard()
            self._output = None
        logging.getLogger("mkdocs").removeHandler(self._warnings)


def _checked(function: Any, *arguments: Any) -> Any:
    """Call ``function``; its errors become the kind that MkDocs shows without a traceback."""
    try:
        return function(*arguments)
    except MujazError as error:
        raise PluginError(str(error)) from error
