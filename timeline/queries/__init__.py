"""Questions to a timeline: pure functions over frozen records."""
