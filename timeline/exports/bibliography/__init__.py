"""Entries and documents of a record as others cite them: as text, as BibTeX, as RIS and as CSL-JSON."""

from timeline.exports.bibliography.bibtex import bibtex
from timeline.exports.bibliography.csl import csl
from timeline.exports.bibliography.entry import Entry, of_event, of_source
from timeline.exports.bibliography.ris import ris
from timeline.exports.bibliography.text import text

__all__ = ["Entry", "bibtex", "csl", "of_event", "of_source", "ris", "text"]
