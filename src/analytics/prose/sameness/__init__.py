"""Which reports share text with which, the form's own words left out."""
