"""What is new in the record, for programs that people let watch it: as Atom and as JSON Feed."""

from timeline.exports.feeds.files import alternates, feed_files
from timeline.exports.feeds.news import subject_feed

__all__ = ["alternates", "feed_files", "subject_feed"]
