"""What nobody foresaw is a sentence on the page and a trace in the log, never the other way round."""

from __future__ import annotations

import logging
import re

import pytest
from streamlit.testing.v1 import AppTest

FAILING = """
import streamlit as st
from analytics.dashboard import frame
def show():
    st.title("T")
    {act}
    st.caption("after")
frame.set_language()
frame.guard_page(show)()
st.caption("beside")
"""


def run(act: str, language: str) -> AppTest:
    app = AppTest.from_string(FAILING.replace("{act}", act), default_timeout=30)
    app.query_params["lang"] = language
    return app.run()


@pytest.mark.parametrize(("language", "sentence"), [("zh", "程序发生意外错误"), ("en", "an unexpected error")])
def test_an_unforeseen_error_is_a_sentence_and_the_log_has_the_trace(
    language: str, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = run("{}['secret path']", language)
    assert not app.exception
    assert sentence in app.error[0].value and "KeyError" in app.error[0].value
    assert "secret path" not in app.error[0].value and "Traceback" not in app.error[0].value
    assert [caption.value for caption in app.caption] == ["beside"]
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    mark = re.search(r"[0-9a-f]{8}", app.error[0].value)
    assert mark and record.getMessage().startswith(mark[0])
    assert "secret path" in caplog.text and "Traceback" in caplog.text
    caplog.clear()


def test_what_stops_or_repeats_a_run_passes() -> None:
    assert not run("st.stop()", "en").error
    again = run(
        "st.session_state.setdefault('n', 0); st.session_state.n += 1; st.session_state.n < 3 and st.rerun()", "en"
    )
    assert again.session_state["n"] == 3 and not again.error
    assert [caption.value for caption in again.caption] == ["after", "beside"]
