"""Write ``docs/parameters.md`` from the declared parameters of addresses and data links.

python tools/describe_parameters.py > docs/parameters.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from analytics.dashboard.state.address import DATA_LINK_ONLY, DECLARED, Parameter


def describe() -> str:
    """The whole page."""
    return "\n".join([*_describe_pages(), *_describe_data_links(), ""])


def _escape_bars(text: str) -> str:
    """A bar within a table's cell."""
    return text.replace("|", r"\|")


def _describe_pages() -> Iterator[str]:
    yield "# Parameters of addresses\n"
    yield "Written from `dashboard/state/address.py` by `tools/describe_parameters.py`; a test holds the two together."
    yield "\n## Pages\n\n| parameter | values | meaning |\n|---|---|---|"
    yield from (
        f"| `{parameter.name}` | {_list_values(parameter)} | {_escape_bars(parameter.meaning)} |"
        for parameter in DECLARED
    )


def _list_values(parameter: Parameter) -> str:
    usual = f" (`{parameter.usual}` without it)" if parameter.usual else ""
    repeated = "; may repeat" if parameter.is_repeated else ""
    return ", ".join(f"`{value}`" for value in parameter.values) + usual + repeated


def _describe_data_links() -> Iterator[str]:
    yield "\n## Data links\n\n| parameter | chooses |\n|---|---|"
    links = (parameter for parameter in DECLARED if parameter.in_data_links)
    yield from (f"| `{parameter.name}` | {parameter.in_data_links} |" for parameter in links)
    yield from (f"| `{name}` | {meaning} |" for name, meaning in DATA_LINK_ONLY.items())


if __name__ == "__main__":
    sys.stdout.write(describe())
