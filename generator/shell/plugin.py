"""The MkDocs plugin: ``plugins: [mujaz]`` turns a project into its site."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File
from mkdocs.utils import CountHandler

from generator.build import Site, assemble
from generator.config import Settings
from generator.errors import MujazError
from generator.model import LANGUAGES, Bilingual
from generator.publish.publication import Publication, open_publication
from generator.report import Report
from generator.shell.assets import find_assets, own_assets
from generator.shell.context import Fragments, NavigationEntry, ShellContext, alternates, page_title
from generator.shell.page import GeneratedPage, generated_file

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

    from generator.model import Language
    from generator.shell.assets import Assets

log = logging.getLogger("mkdocs.plugins.mujaz")


class _Words(Config):
    """A text in both languages."""

    ar = c.Type(str, default="")
    en = c.Type(str, default="")


class MujazConfig(Config):
    """What ``mkdocs.yml`` may say under ``plugins: - mujaz:``."""

    name = c.SubConfig(_Words)
    """Name of the site in both languages; `site_name` where one is missing."""
    description = c.SubConfig(_Words)
    """One sentence about the site in both languages; `site_description` where one is missing."""
    numerals: Literal["latn", "arab"] = c.Choice(("latn", "arab"), default="latn")  # type: ignore[assignment]
    """Digits of the Arabic pages outside quoted text."""
    workers = c.Optional(c.Type(int))
    """Processes that analyse articles; as many as the machine has where it is not given."""


class MujazPlugin(BasePlugin[MujazConfig]):
    """Assembles the site and lets MkDocs put Material's shell around every page."""

    def __init__(self) -> None:
        self.report = Report()
        self._publication: Publication | None = None
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)
        self._serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether a site is published or only served."""
        if dirty:
            raise PluginError("mujaz: --dirty would publish half a site. Leave it out.")
        self._serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Fill in the theme, and send MkDocs to write beside the published site."""
        self.settings = self.settings_of(config)
        folders = self.settings.template_folders
        config.theme.dirs[:0] = [str(folder / "overrides") for folder in folders]
        config.theme["font"] = False
        self._assets = list(own_assets(folders))
        self._found: Assets = find_assets([Path(d) for d in config.theme.dirs], self._assets)
        # The sitemap and the 404 page of the theme are written by us; MkDocs would date them.
        config.theme.static_templates.discard("sitemap.xml")
        self.report.stages.clear()
        self.report.problems.clear()
        if not self._serving:
            self._open(config)
        return config

    def _open(self, config: MkDocsConfig) -> None:
        if config.strict:
            logging.getLogger("mkdocs").addHandler(self._warnings)
        root = self.settings.root
        protected = [root, self.settings.content, *self.settings.template_folders]
        try:
            self._publication = open_publication(Path(config.site_dir), protected)
        except MujazError as error:
            raise PluginError(str(error)) from error
        self._site_dir = config.site_dir
        config.site_dir = str(self._publication.staging)

    def settings_of(self, config: MkDocsConfig) -> Settings:
        """Return the settings that ``mkdocs.yml`` makes, with the defaults filled in."""
        name, about = self.config.name, self.config.description
        site = config.site_name
        return Settings(
            root=Path(config.config_file_path).resolve().parent
            if config.config_file_path
            else Path.cwd(),
            name=Bilingual(name.ar or site, name.en or site),
            description=Bilingual(
                about.ar or config.site_description or "", about.en or config.site_description or ""
            ),
            site_url=config.site_url or "",
            numerals=self.config.numerals,
            workers=self.config.workers,
        )

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Run the pipeline and hand MkDocs a file for each page and asset."""
        try:
            self.site: Site = assemble(self.settings, self.report)
        except MujazError as error:
            raise PluginError(str(error)) from error
        for problem in self.report.problems:
            log.warning("%s", problem)
        for planned in self.site.pages:
            files.append(generated_file(planned, config))
        for path, source in self._assets:
            files.append(File.generated(config, path, abs_src_path=str(source)))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make the main navigation of each language: our sections, then hand-written pages."""
        self._navigation: dict[Language, list[NavigationEntry]] = {}
        for language in LANGUAGES:
            ui = self.site.renderer.interfaces[language]
            entries = [
                NavigationEntry(f"{language}/{path}", section, ui.t(f"nav.{section}"))
                for section, path in (
                    ("home", ""),
                    ("articles", "articles/"),
                    ("topics", "topics/"),
                    ("sources", "sources/"),
                )
            ]
            for file in files.documentation_pages():
                if isinstance(file.page, GeneratedPage) or not file.src_uri.startswith(
                    f"{language}/"
                ):
                    continue
                file.page.read_source(config)  # type: ignore[union-attr]
                title = str(file.page.title or file.name)  # type: ignore[union-attr]
                entries.append(NavigationEntry(file.url, file.url, title))
            self._navigation[language] = entries
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the shell's templates the parts that are rendered once."""
        self._fragments = Fragments()
        env.globals["fragment"] = self._fragments
        env.trim_blocks = env.lstrip_blocks = True
        self._urls = {file.url for file in files.documentation_pages()}
        return env

    def on_page_context(
        self, context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Give a page its language, its partner in the other one, and its texts."""
        if isinstance(page, GeneratedPage):
            planned, rendered = page.planned, page.rendered
            shell = self._context(
                planned.url, planned.language, planned.section, planned.partner,
                rendered.title.text, rendered.description,
            )  # fmt: skip
        else:
            language: Language = "en" if page.url.startswith("en/") else "ar"
            mirror = ("ar/" if language == "en" else "en/") + page.url[3:]
            partner = mirror if mirror in self._urls else mirror[:3]
            description = str(page.meta.get("description", ""))
            shell = self._context(
                page.url, language, page.url, partner, str(page.title or ""), description
            )
        self._fragments.current = shell
        context["mujaz"] = shell
        return context

    def on_template_context(
        self, context: dict[str, Any], *, template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """Give the page for unknown addresses both languages."""
        shell = self._context("404.html", "ar", "404", "en/", "404", "")
        self._fragments.current = None
        context["mujaz"] = shell
        return context

    def _context(
        self, url: str, language: Language, section: str, partner: str, title: str, description: str
    ) -> ShellContext:
        settings = self.settings
        name = settings.name.get(language)
        return ShellContext(
            language=language,
            interfaces=self.site.renderer.interfaces,
            assets=self._found,
            navigation=self._navigation[language],
            site_name=name,
            url=url,
            section=section,
            partner=partner,
            title=page_title(title, name),
            description=description,
            canonical=f"{settings.site_url}{url}" if settings.site_url else None,
            alternates=alternates(settings, url, partner, language),
        )

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the data files; then, if nothing speaks against it, publish."""
        out = Path(config.site_dir)
        for path, data in self.site.files.items():
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if self._publication is None:
            return
        if config.strict and self._warnings.get_counts():
            self._discard()
            return  # MkDocs itself now ends the strict build with its count of the warnings.
        try:
            self._publication.commit()
        except MujazError as error:
            raise PluginError(str(error)) from error
        finally:
            self._close(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it was."""
        self._discard()

    def on_shutdown(self) -> None:
        """Release what an interrupted build held."""
        self._discard()

    def _discard(self) -> None:
        if self._publication is not None:
            self._publication.abort()
            self._publication = None
        logging.getLogger("mkdocs").removeHandler(self._warnings)

    def _close(self, config: MkDocsConfig) -> None:
        config.site_dir = self._site_dir
        self._publication = None
        logging.getLogger("mkdocs").removeHandler(self._warnings)
