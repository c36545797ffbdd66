"""Reports rendered as documents: form-only transcriptions, practice data, material for properties."""
