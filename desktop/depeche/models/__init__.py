"""Trained models as rooms share them: the network, what it is asked, what follows, their folders. No store, no Qt."""
