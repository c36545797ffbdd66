"""What the pages of prose show: a module a part of a page."""
