"""What can be wrong with a record, and how it is told."""

from timeline.problems.catalogue import CATALOGUE
from timeline.problems.problem import Kind, Problem, Reference, Severity, in_file_order

__all__ = ["CATALOGUE", "Kind", "Problem", "Reference", "Severity", "in_file_order"]
