"""What things are: values and rules. Standard library only; knows no file, no database, no spaCy, no Qt."""
