"""What the server answers: who may ask, which paths are pages, data links, failures."""
