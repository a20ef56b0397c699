"""What pages are made of: templates, heads, figures, and the pieces that stand on many of them."""
