"""Learns from finished articles: examples, split, training, judgement, learning curve. Knows no rules and no Qt."""
