"""The pages. The only package that imports streamlit."""
