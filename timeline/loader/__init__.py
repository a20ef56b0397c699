"""YAML files to records, with every fault at its line."""

from timeline.loader.files_read import FilesRead
from timeline.loader.folder import Loaded, load, load_file

__all__ = ["FilesRead", "Loaded", "load", "load_file"]
