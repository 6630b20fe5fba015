"""The window's dialogs: each gets the session, calls it, and draws again when it says that something changed."""
