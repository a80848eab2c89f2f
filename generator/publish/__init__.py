"""Puts a finished site in the place of the old one in one step.

::

    with open_publication(Path("site"), protected=[Path("content")]) as publication:
        build_into(publication.staging)
        publication.commit(expected=["index.html"])

A build that fails, is interrupted or killed leaves the published site exactly as it was.
"""

from generator.publish.failures import failed
from generator.publish.publication import Publication, open_publication
from generator.publish.reuse import link_unchanged

__all__ = ["Publication", "failed", "link_unchanged", "open_publication"]
