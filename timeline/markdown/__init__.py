"""References to the record, and blocks drawn from it, in pages that people write by hand."""

from timeline.markdown.extension import TimelineExtension, embeds, faults, makeExtension, repeated

__all__ = ["TimelineExtension", "embeds", "faults", "makeExtension", "repeated"]
