"""The cleaning rules, in the order in which they are tried.

Each has its own phrases in ``lists/`` or its own small test, and its own fixture in
``tests/fixtures/clean/<name>.md`` with lines it must cut and lines it must leave.
"""

from __future__ import annotations

from typing import Final

from generator.clean import media, parts, related, signatures, site, surroundings
from generator.clean.embedded import embedded_article
from generator.clean.repeats import pull_quotes
from generator.clean.rule import LineRule, Listed, PageRule, PartRule, Rule

RULES: Final[tuple[Rule, ...]] = (
    LineRule("ornament", "other", site.ornament),
    LineRule("cms-placeholder", "placeholder", site.cms_placeholder),
    LineRule("advert", "advert", Listed("advert", words=6)),
    LineRule("share", "furniture", Listed("share", words=14)),
    LineRule("follow", "furniture", Listed("follow", words=24, sentence=14)),
    LineRule("follow-name", "furniture", site.follow_name()),
    LineRule("subscribe", "furniture", Listed("subscribe", words=24, sentence=14)),
    LineRule("skip-link", "furniture", Listed("skip", words=12)),
    LineRule("network-list", "furniture", site.network_list()),
    LineRule("toolbar", "furniture", site.toolbar),
    LineRule("breadcrumb", "furniture", Listed("breadcrumb", words=16), "head"),
    LineRule("legal", "furniture", Listed("legal", words=40, sentence=40)),
    LineRule("disclaimer", "furniture", site.disclaimer()),
    LineRule("rating", "furniture", Listed("rating", words=14)),
    LineRule("tag-line", "tags", Listed("tags", words=1000, sentence=1000)),
    LineRule("hashtags", "tags", site.hashtags),
    LineRule("comment-form", "comments", Listed("comments", words=30, sentence=30)),
    LineRule("counter", "timestamp", media.counters()),
    LineRule("reading-time", "timestamp", media.reading_time()),
    LineRule("dated", "timestamp", media.labelled_date),
    LineRule("related-link", "related", related.label),
    LineRule("source-line", "source-line", signatures.source_label),
    LineRule("agency", "source-line", signatures.agency_alone),
    LineRule("outlet-in-brackets", "source-line", signatures.bracketed_outlet),
    LineRule("caption", "caption", Listed("caption", words=25)),
    LineRule("credited-caption", "caption", media.captioned),
    LineRule("byline", "byline", signatures.labelled_name, "edge"),
    PageRule("latin-label", "furniture", surroundings.latin_labels),
    LineRule("bare-date", "timestamp", media.bare_date, "edge"),
    LineRule("titled-name", "byline", signatures.titled_name, "edge"),
    LineRule("correspondent", "byline", signatures.correspondent, "edge"),
    LineRule("dateline-alone", "source-line", signatures.dateline_alone, "head"),
    LineRule("outlet", "source-line", signatures.outlet_alone, "edge"),
    LineRule("bare-name", "byline", signatures.bare_name, "head"),
    LineRule("pictured-name", "caption", signatures.pictured_name, "head"),
    LineRule("authors-post", "byline", signatures.authors_post, "edge"),
    LineRule("network", "furniture", Listed("network-alone", words=3), "edge"),
    PageRule("tag-list", "tags", related.tag_list),
    PageRule("embedded-article", "embedded-article", embedded_article),
    PageRule("related-links", "related", related.links),
    PageRule("link-above", "related", related.above_label),
    PageRule("page-head", "furniture", surroundings.page_head),
    PageRule("page-foot", "furniture", surroundings.page_foot),
    PageRule("pull-quote", "pull-quote", pull_quotes),
)

PART_RULES: Final[tuple[PartRule, ...]] = (
    PartRule("dateline", "source-line", parts.first_dateline),
    PartRule("enclosed-link", "related", parts.enclosed_link),
    PartRule("closing-link", "related", parts.closing_link),
    PartRule("authors-note", "byline", parts.authors_note),
    PartRule("closing-credit", "source-line", parts.closing_credit),
    PartRule("end-mark", "other", parts.end_mark),
)
