"""How charts are drawn: pen, scale, marks, the width of words, and where they find room."""
