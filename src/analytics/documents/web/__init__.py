"""Pages of the web, and what is saved or mailed as one: what a browser would show of them."""
