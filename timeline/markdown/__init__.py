"""References to the record, and blocks drawn from it, in pages that people write by hand."""

from timeline.markdown.extension import TimelineExtension, embeds, faults, makeExtension, repeated
from timeline.markdown.page_checks import faults_of_pages

__all__ = ["TimelineExtension", "embeds", "faults", "faults_of_pages", "makeExtension", "repeated"]
