"""What a record is searched by: its words, and what people type for them."""
