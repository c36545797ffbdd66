"""DataFrame → plotly figure. No streamlit, no database."""
