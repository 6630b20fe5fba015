"""Articles with their spans in, files with a receipt out. Changes nothing in the project."""
