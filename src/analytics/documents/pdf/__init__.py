"""Files of fixed pages (PDF, OFD): glyphs and lines in paint order, read by two libraries."""
