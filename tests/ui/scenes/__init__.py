"""What the tour takes pictures of, a module for views that belong together; `tests/ui/tour.py` says in which order."""
