"""In which language an answer beside the pages is written."""

from __future__ import annotations

from starlette.requests import Request

from analytics.words import Language


def find_language(request: Request) -> Language:
    """As on the pages: the address decides, then the browser; it speaks Chinese where neither says."""
    requested = request.query_params.get("lang")
    if requested in set(Language):
        return Language(requested)
    accepted = request.headers.get("accept-language", "").lower()
    return Language.ZH if not accepted or accepted.startswith("zh") else Language.EN
