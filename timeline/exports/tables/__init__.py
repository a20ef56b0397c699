"""The record as tables: in files of comma-separated values with a description, and in one database."""

from timeline.exports.tables.csv_files import CSV
from timeline.exports.tables.sqlite_file import SQLITE

__all__ = ["CSV", "SQLITE"]
"""Both hold the same tables."""
