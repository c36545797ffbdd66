"""A document as one stream of rows: which are tables, which prose, which were torn apart by a page."""
