"""The same table and chart as a plain Streamlit page, written the way that tutorials do: SQL into pandas under
``st.cache_data``, ``px.line``, ``st.dataframe``. It says nothing of what is missing and keeps no address.

``streamlit run plain_page.py -- DATABASE``
"""

import sys

import duckdb
import pandas as pd
import plotly.express as px
import streamlit as st

DATABASE = sys.argv[1]


@st.cache_data
def query(sql: str, parameters: tuple = ()) -> pd.DataFrame:
    with duckdb.connect(DATABASE, read_only=True) as connection:
        return connection.execute(sql, list(parameters)).df()


st.title("Trends")
lines = query("""SELECT cell, line || ' · ' || "column" AS name FROM cell WHERE "table" = 'II' ORDER BY cell""")
names = dict(zip(lines["name"], lines["cell"], strict=True))
name = st.selectbox("Measure", list(names), key="line")
figures = query(
    "SELECT organ, year, value, status::VARCHAR AS status FROM figure WHERE cell = ? ORDER BY organ, year",
    (int(names[name]),),
)
organs = st.multiselect(
    "Organs", figures["organ"].unique(), default=list(figures["organ"].unique()[:4]), key=f"organs-{names[name]}"
)
shown = figures[figures["organ"].isin(organs)]
st.plotly_chart(px.line(shown, x="year", y="value", color="organ", markers=True, title=name))
st.dataframe(shown)
