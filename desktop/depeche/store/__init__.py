"""Where things are kept: values in, rows in the project's database, values out. The only room that speaks SQL."""
