"""Files in, articles in the project out. Knows formats and encodings; doesn't know who annotates or suggests."""
