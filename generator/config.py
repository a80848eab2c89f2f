"""A project's settings: what ``mkdocs.yml`` says under the ``mujaz`` plugin, with the defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from generator.load.limits import Limits
from generator.model import Bilingual

if TYPE_CHECKING:
    from generator.memory import Memory


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a build depends on besides content and templates."""

    root: Path
    """The project folder: where ``mkdocs.yml`` is."""
    name: Bilingual = field(default_factory=lambda: Bilingual("موجز", "Mujaz"))
    """Name of the site."""
    description: Bilingual = field(default_factory=Bilingual)
    """One sentence about the site."""
    site_url: str = ""
    """Absolute address of the site with a slash at its end; empty where unknown."""
    numerals: Literal["latn", "arab"] = "latn"
    """Digits of the Arabic pages outside quoted source text."""
    share_images: Literal["all", "sections", "none"] = "all"
    """Which pages get a picture of their own for those who share them; only where the site knows
    its address, without which nobody would find the pictures."""
    workers: int | None = None
    """Processes that analyse; None takes what the machine has."""
    engine: str = "local"
    """Where articles are analysed: here, or ``dask:ADDRESS``."""
    limits: Limits = field(default_factory=Limits)
    """What one file may cost."""
    memory: Memory | None = field(default=None, repr=False, compare=False)
    """What earlier builds of this process have left; None where it makes only one."""

    def remembered(self, kind: str) -> dict[str, Any] | None:
        """Return what earlier builds have left of one kind, to be added to."""
        return self.memory.of(kind) if self.memory else None

    @property
    def content(self) -> Path:
        """Return the folder of articles, topics, sources and overrides."""
        return self.root / "content"

    @property
    def cache(self) -> Path:
        """Return the folder of results that need not be computed again; safe to delete."""
        return self.root / ".cache" / "mujaz"

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Return where templates are looked for: the project's own first, then Mujaz's."""
        own = self.root / "templates"
        shipped = shipped_templates()
        return (own, shipped) if own.is_dir() and own.resolve() != shipped else (shipped,)


def shipped_templates() -> Path:
    """Return the folder of the templates that come with Mujaz."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"
