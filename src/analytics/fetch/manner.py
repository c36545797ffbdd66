"""How a fetch behaves: its pace, its patience and its bounds, in one frozen object."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

AGENT = "CountyScope"
"""The name that ``robots.txt`` may speak to."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Seconds unless said otherwise; each bound applies to one address."""

    pause: float = 1.0
    """Between two requests to a host, from the end of one to the start of the next."""
    attempts: int = 4
    """Requests until a fault of the moment is given up."""
    first_wait: float = 2.0
    """Before the second attempt; doubled for each further one."""
    _: KW_ONLY
    longest_wait: float = 180.0
    """A host that asks for more patience is left for another run; a longer pause in ``robots.txt`` is cut to this."""
    connect: float = 15.0
    read: float = 30.0
    """Silence in the middle of an answer."""
    whole: float = 180.0
    """The whole answer, however steadily it drips."""
    redirects: int = 8
    """Redirections from one address."""
    list_pages: int = 50
    """Pages of one list: a county's thousand departments fill some forty."""
    attachments: int = 50
    """Files of one page: a page that carries those of all departments has some forty."""
    hosts: int = 8
    """Hosts asked at the same time."""
    given_up: int = 3
    """Addresses of a host in a row that fail for the moment, after which its others are left for another run."""
