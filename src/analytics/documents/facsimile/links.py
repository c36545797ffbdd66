"""Links set into the markup of a facsimile: from a figure in the document to what is known of it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_SLOT = re.compile(r'<a data-spot="([^"]*)"></a>')


def make_slot(anchor: str) -> str:
    """The place of a link, as it stands in the markup of a facsimile."""
    return f'<a data-spot="{anchor}"></a>'


def set_links(markup: str, links: Mapping[str, tuple[str, str]]) -> str:
    """The markup with its links set: address and name (for those who cannot see it) by anchor. Other places for links
    are taken out."""

    def fill(slot: re.Match[str]) -> str:
        link = links.get(slot[1])
        if link is None:
            return ""
        address, name = (html.escape(text, quote=True) for text in link)
        return f'<a class="to-fact" href="{address}" aria-label="{name}"></a>'

    return _SLOT.sub(fill, markup)
