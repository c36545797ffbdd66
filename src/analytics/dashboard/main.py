"""The script that Streamlit runs for every view of a page."""

from analytics.dashboard.frame import draw

draw()
