"""A channel as Atom (RFC 4287) and as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

    from generator.feeds.entries import Channel


def atom(environment: Environment, channel: Channel) -> bytes:
    """Return the channel as an Atom feed."""
    template = environment.get_template("feed.xml.jinja")
    return template.render(channel=channel, prefix=_prefix(channel)).encode()


def json_feed(channel: Channel) -> bytes:
    """Return the channel as a JSON Feed."""
    prefix = _prefix(channel)
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "language": channel.language,
        "home_page_url": f"{prefix}{channel.path}",
        "feed_url": f"{prefix}{channel.path}feed.json",
        "items": [
            {
                "id": entry.id,
                "url": entry.url if channel.base else f"{prefix}{entry.url}",
                "title": entry.title,
                "content_text": entry.summary,
                "language": entry.title_language,
                "tags": list(entry.tags),
            }
            | ({"date_published": f"{entry.published}T00:00:00Z"} if entry.is_dated else {})
            | ({"authors": [{"name": entry.source}]} if entry.source else {})
            for entry in channel.entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _prefix(channel: Channel) -> str:
    """Return what leads from the feed to the site's root."""
    return channel.base or "../" * channel.path.count("/")
