"""Charts: drawn when the site is built, from the same questions that the pages put, and as exact as their text."""
