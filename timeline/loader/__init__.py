"""YAML files to records, with every fault at its line."""

from timeline.loader.folder import Loaded, load, load_file

__all__ = ["Loaded", "load", "load_file"]
