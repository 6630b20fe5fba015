"""The window's panels: each gets the session, calls it, and draws again when it says that something changed."""
