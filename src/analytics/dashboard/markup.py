"""HTML that we write, by templates: whatever a document prints is escaped there, by the engine and not by hand."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


def render(name: str, **values: object) -> str:
    """The template ``name`` of ``dashboard/templates`` with its values; text is escaped, ``Markup`` is not."""
    return _open_templates().get_template(name).render(**values)


@cache
def _open_templates() -> Environment:
    return Environment(
        loader=PackageLoader("analytics.dashboard", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
