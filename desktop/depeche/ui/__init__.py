"""The second door: the window. The only room that knows Qt; decides nothing that a verb or the desk decides."""
