"""What can be wrong with the ledger of addresses, and with a source whose copy nobody looked for."""

from __future__ import annotations

from timeline.problems.problem import Kind, Severity

DUPLICATE_ADDRESS = Kind(
    "duplicate-address",
    Severity.ERROR,
    "the ledger has the address twice",
    "The ledger `links.yaml` tells of each address how it answered. Two answers for one cannot both hold; they come "
    "from two states of the file that were put together.",
)
UNUSED_ADDRESS = Kind(
    "unused-address",
    Severity.NOTE,
    "the ledger speaks of an address that no source has",
    "The source was given another address, or is gone. `timeline links` takes such lines out when it runs next.",
)
UNKEPT_SOURCE = Kind(
    "unkept-source",
    Severity.ERROR,
    "the change adds a source of which no copy is known",
    "Addresses die within years, and with them what a claim rests on. A copy is made most easily on the day a source "
    "is entered. `timeline check --new-sources REVISION` asks for one, or for the reason why there is none, and asks "
    "it of those sources alone that the revision has not.",
)
