"""What nobody foresaw: an exception → a sentence on the page, and the whole account in the log of the server.

The sentence carries a mark, under which the log has the trace and the address that led to it.
"""

from __future__ import annotations

import logging
from uuid import uuid4

import streamlit as st

from analytics.words import Language, say
from analytics.words.plain import escape_markdown

_LOG = logging.getLogger(__name__)


def report_failure(reason: Exception) -> bool:
    """Say that the page could not be shown. True, which tells Streamlit to show nothing of its own."""
    mark = uuid4().hex[:8]
    _LOG.error("%s: %s failed", mark, st.context.url or "a page", exc_info=reason)
    language = Language(st.session_state.get("language", Language.ZH))
    sentence = say("page.failed", language, kind=type(reason).__name__, mark=mark)
    st.error(escape_markdown(sentence), icon=":material/error:")
    return True
