"""The plain way to the same pages: stock YAKE in one process, Markdown, MkDocs with Material.

``prepare`` writes the pages of a built site as Markdown; ``python -m tests.bench.plain yake`` does
the keywords. Pages are kept out of the navigation, which makes the plain way as fast as it can be.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

_CONFIG = """\
site_name: Plain
docs_dir: docs
theme: {name: material, font: false, language: ar}
plugins: [search]
nav: [index.md]
not_in_nav: |
  /ar/
  /en/
"""


def prepare(site: Path, folder: Path) -> Path:
    """Write every generated page of ``site`` as Markdown of the same headings and texts."""
    for path in sorted(site.rglob("index.html")):
        target = folder / "docs" / path.relative_to(site).parent / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        document = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
        content = next(e for e in document.iter() if e.get("id") == "content")
        target.write_text("\n\n".join(_blocks(content)) + "\n", "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    return folder


def _blocks(content: Element) -> list[str]:
    marks = {"h1": "# ", "h2": "## ", "h3": "### ", "p": "", "li": "- ", "dd": "- "}
    return [
        marks[element.tag] + " ".join("".join(element.itertext()).split())
        for element in content.iter()
        if element.tag in marks
    ]


def stock_keywords(articles: Path) -> int:
    """Extract keywords with stock YAKE in its default form; return how many."""
    import yake

    extractor = yake.KeywordExtractor(lan="ar", n=3, top=20)
    return sum(
        len(extractor.extract_keywords(p.read_text("utf-8"))) for p in articles.glob("*.txt")
    )


if __name__ == "__main__":
    print(stock_keywords(Path(sys.argv[1])))
