"""The record as JSON under `/api/v1/`: what was typed and what follows from it, kept apart, with its schema."""

from timeline.exports.api.files import JSON

__all__ = ["JSON"]
