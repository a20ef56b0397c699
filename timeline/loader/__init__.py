"""YAML files to records, with every fault at its line."""

from timeline.loader.folder import Loaded, load, load_file
from timeline.loader.incremental import FilesRead

__all__ = ["FilesRead", "Loaded", "load", "load_file"]
