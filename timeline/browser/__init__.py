"""What a reader's browser works with: data that scripts look up, the words they show, scripts and style sheets."""
