"""Changes to the files of a record that a person would otherwise make by hand, as bytes before and after.

Nothing here writes. Each change is tried on a copy first: what would leave the record with a fault that it did not
have is refused in words, and the files stay as they are.
"""
