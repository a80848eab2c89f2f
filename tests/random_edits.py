"""A small project and what people do to it, at random: what incremental builds are tested with."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = (
    "اتفاق", "مفاوضات", "عقوبات", "وزير", "رئيس", "مدينة", "مؤتمر", "بيان", "خطة",
    "شركة", "تقرير", "حكومة", "مجلس", "قرار", "زيارة",
)  # fmt: skip
NAMES = {
    "iran": ("country", "إيران", "Iran"),
    "russia": ("country", "روسيا", "Russia"),
    "tehran": ("place", "طهران", "Tehran"),
    "bushehr": ("place", "بوشهر", "Bushehr"),
    "treaty": ("agreement", "معاهدة الشراكة", "Partnership treaty"),
    "drones": ("theme", "المسيرات", "Drones"),
}
SENTENCES = (
    "قال المتحدث إن {a} و{b} تبحثان {w} يوم {d} يناير 2025.",
    "وأضاف أن قيمة {w} تبلغ {n} مليون دولار في {a}.",
    "وقال الوزير: «إن {w} مهم جدا لـ{b} في هذا الوقت».",
    "وصل الوفد إلى {a} بعد {w} استمر {n} أيام في {b}.",
    "وتأتي هذه الزيارة في ظل {w} بين {a} و{b} منذ عام 2020.",
)


class Editor:
    """Makes edits under ``folder``; the same seed makes the same ones."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311
        self._edits: tuple[Callable[[], str], ...] = (
            self._write_article, self._write_article, self._change_article, self._delete_article,
            self._rename_article, self._sidecar, self._topic, self._delete_topic, self._sources,
            self._override, self._override, self._override, self._topic_override,
            self._source_override, self._home_override, self._delete_override, self._page,
            self._configuration, self._words, self._damage, self._vandalism, self._rot,
        )  # fmt: skip
        for name in NAMES:
            self._write_topic(name)
        self._sources()
        for _ in range(6):
            self._write_article()
        self._configuration()
        self._page()

    def edit(self) -> str:
        """Do one thing; return what."""
        return self._chance.choice(self._edits)()

    # --- articles -------------------------------------------------------------------------------

    def _write_article(self) -> str:
        number = self._chance.randrange(30)
        return self._write(f"content/articles/a{number}.txt", self._news())

    def _change_article(self) -> str:
        path = self._some("content/articles/*.txt")
        if path is None:
            return self._write_article()
        lines = path.read_text("utf-8").split("\n\n")
        lines[self._chance.randrange(len(lines))] = self._sentence()
        return self._write(self._relative(path), "\n\n".join(lines))

    def _delete_article(self) -> str:
        return self._delete("content/articles/*.txt")

    def _rename_article(self) -> str:
        path = self._some("content/articles/*.txt")
        if path is None:
            return self._write_article()
        new = path.with_name(f"r{self._chance.randrange(9)}.txt")
        path.rename(new)
        if self._chance.random() < 0.7:
            self._write("content/redirects.yml", f"articles/{path.stem}: articles/{new.stem}\n")
        return f"renamed {path.stem} to {new.stem}"

    def _sidecar(self) -> str:
        path = self._some("content/articles/*.txt")
        if path is None or self._chance.random() < 0.2:
            return self._delete("content/articles/*.yml")
        lines = [f"published: 2025-01-{self._chance.randint(1, 28)}"]
        if self._chance.random() < 0.7:
            lines.append(f"source: {self._chance.choice(['agency', 'paper'])}")
        if self._chance.random() < 0.3:
            lines.append(f"title: {self._sentence()}")
        return self._write(self._relative(path.with_suffix(".yml")), "\n".join(lines) + "\n")

    # --- what articles are about ----------------------------------------------------------------

    def _topic(self) -> str:
        return self._write_topic(self._chance.choice(list(NAMES)))

    def _write_topic(self, name: str) -> str:
        kind, ar, en = NAMES[name]
        suffix = self._chance.choice(["", "", " II"])
        names = [ar]
        if self._chance.random() < 0.4:
            names.insert(self._chance.randrange(2), f"{self._chance.choice(WORDS)} {ar}")
        lines = [f"kind: {kind}", f"name: {{ar: {names[0]}, en: {en}{suffix}}}"]
        lines += [f"aliases: {{ar: [{name}]}}" for name in names[1:]]
        if name in ("tehran", "bushehr") and self._chance.random() < 0.6:
            lines.append("parents: [iran]")
        return self._write(f"content/topics/{name}.yml", "\n".join(lines) + "\n")

    def _delete_topic(self) -> str:
        return self._delete("content/topics/[trd]*.yml")

    def _sources(self) -> str:
        number = self._chance.randrange(3)
        return self._write(
            "content/sources.yml",
            f"agency: {{name: {{ar: الوكالة, en: Agency {number}}}}}\n"
            "paper: {name: {ar: الصحيفة, en: Paper}}\n",
        )

    # --- editors --------------------------------------------------------------------------------

    def _override(self) -> str:
        path = self._some("content/articles/*.txt")
        if path is None:
            return self._write_article()
        front = [f"title: Title {self._chance.randrange(99)}"]
        kind = self._chance.randrange(8)
        if kind == 0:
            front.append("hidden: true")
        elif kind == 1:
            other = self._some("content/articles/*.txt") or path
            front += [f"merged_into: {other.stem}"] if other != path else []
        elif kind == 2:
            front.append("topics: {add: [iran], remove: [russia]}")
        elif kind == 3:
            front.append(f"keywords: {{add: [{self._chance.choice(WORDS)}]}}")
        elif kind == 4:
            front += [f"published: 2024-12-{self._chance.randint(1, 28)}", "description: About it"]
        language = self._chance.choice(["ar", "en"])
        heading = self._chance.choice(["Summary", "Translation", "Key facts", "A note"])
        text = f"{self._sentence()} Iran and Tehran, {self._chance.randrange(99)}."
        return self._markdown(f"{language}/articles/{path.stem}", front, heading, text)

    def _topic_override(self) -> str:
        name = self._chance.choice(list(NAMES))
        language = self._chance.choice(["ar", "en"])
        text = f"Background {self._chance.randrange(99)}: Russia, {self._sentence()}"
        return self._markdown(f"{language}/topics/{name}", [], "Background", text)

    def _source_override(self) -> str:
        return self._markdown("en/sources/agency", [], "Background", self._sentence())

    def _home_override(self) -> str:
        front = [f"title: Home {self._chance.randrange(9)}"]
        lead = self._some("content/articles/*.txt")
        if lead and self._chance.random() < 0.5:
            front.append(f"lead: {lead.stem}")
        return self._markdown("en/home", front, "Note", f"Drones. {self._sentence()}")

    def _delete_override(self) -> str:
        return self._delete("content/overrides/*/*/*.md")

    def _markdown(self, page: str, front: list[str], heading: str, text: str) -> str:
        whole = "\n".join(["---", *front, "---", "", f"## {heading}", "", text, ""])
        return self._write(f"content/overrides/{page}.md", whole)

    # --- everything around ----------------------------------------------------------------------

    def _page(self) -> str:
        if self._chance.random() < 0.2:
            return self._delete("content/pages/*/*.md")
        name = f"{self._chance.choice(['ar', 'en'])}/{self._chance.choice(['about', 'method'])}"
        links = "[topic](topics/iran/index.md), [x](articles/a3/index.md#text), [y](about.md)"
        number = self._chance.randrange(9)
        return self._write(f"content/pages/{name}.md", f"# Page {number}\n\n{links}\n")

    def _configuration(self) -> str:
        options = {
            "name": {"ar": "موجز", "en": f"Digest {self._chance.randrange(3)}"},
            "numerals": self._chance.choice(["latn", "latn", "arab"]),
        }
        config = {"site_name": "Digest", "theme": {"name": "material"}}
        address = self._chance.choice([{}, {"site_url": "https://digest.example/"}])
        plugins = {"plugins": [{"mujaz": options}]}
        return self._write("mkdocs.yml", json.dumps(config | address | plugins))

    def _words(self) -> str:
        word = self._chance.choice(WORDS)
        return self._write("templates/i18n/ar.yml", f"nav: {{articles: {word}}}\n")

    def _damage(self) -> str:
        """Break something; whatever it is of is left out until it is written anew."""
        path = self._some("content/*/*.*") or self._folder / "content/sources.yml"
        if path.suffix == ".md":
            return self._page()
        return self._write(self._relative(path), self._chance.choice(["", "{[", "a: [b\n"]))

    def _vandalism(self) -> str:
        """Touch a published file behind the build's back."""
        path = self._some("site/*/*/*/index.html") or self._folder / "site/index.html"
        if not path.exists():
            return "nothing"
        if self._chance.random() < 0.5:
            path.unlink()
        else:
            path.write_text("vandalised", "utf-8")
        return f"touched {self._relative(path)}"

    def _rot(self) -> str:
        """Damage something that is kept between builds."""
        found = sorted(p for p in self._folder.glob(".cache/mujaz/*/**/*") if p.is_file())
        if not found:
            return "nothing"
        path = self._chance.choice(found)
        return f"{rot(path, self._chance)} {self._relative(path)}"

    # --- helpers --------------------------------------------------------------------------------

    def _news(self) -> str:
        return "\n\n".join(self._sentence() for _ in range(self._chance.randint(3, 6))) + "\n"

    def _sentence(self) -> str:
        names = [ar for _, ar, _ in NAMES.values()]
        return self._chance.choice(SENTENCES).format(
            a=self._chance.choice(names), b=self._chance.choice(names),
            w=self._chance.choice(WORDS), n=self._chance.randint(2, 90),
            d=self._chance.randint(1, 28),
        )  # fmt: skip

    def _some(self, pattern: str) -> Path | None:
        found = sorted(self._folder.glob(pattern))
        return self._chance.choice(found) if found else None

    def _delete(self, pattern: str) -> str:
        path = self._some(pattern)
        if path is None:
            return "nothing"
        path.unlink()
        return f"deleted {self._relative(path)}"

    def _write(self, name: str, text: str) -> str:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return f"wrote {name}"

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


def rot(path: Path, chance: random.Random) -> str:
    """Damage a file as disks and killed programs do; return how."""
    data = bytearray(path.read_bytes())
    how = chance.choice(["cut off", "flipped a bit of", "emptied"]) if data else "emptied"
    if how == "flipped a bit of":
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    else:
        del data[chance.randrange(len(data)) if how == "cut off" else 0 :]
    path.write_bytes(data)
    return how
