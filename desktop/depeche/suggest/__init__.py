"""Articles in, suggestions out. Knows French and the label guide; touches nothing that a person did."""
