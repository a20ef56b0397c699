"""What is new in the record, for programs that people let watch it: as Atom and as JSON Feed."""

from timeline.exports.feeds.files import ATOM, JSON_FEED, alternates
from timeline.exports.feeds.news import subject_feed

__all__ = ["ATOM", "JSON_FEED", "alternates", "subject_feed"]
