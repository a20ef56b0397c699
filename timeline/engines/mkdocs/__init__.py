"""MkDocs as the engine: pages and assets are handed to it, and nothing about events is decided here."""

from timeline.engines.mkdocs.config import TimelineConfig
from timeline.engines.mkdocs.plugin import TimelinePlugin

__all__ = ["TimelineConfig", "TimelinePlugin"]
