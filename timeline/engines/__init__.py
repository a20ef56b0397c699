"""What carries pages to a site: the one layer that knows the program which builds it."""
