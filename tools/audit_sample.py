"""Draws the claims that an audit judges, so that nobody chooses them.

    python tools/audit_sample.py 1

The number is the round. All claims are put in a row by event and place; the seed of the round draws 60 of them,
without those that `docs/design/audit.md` already lists in its tables of claims. Each is printed with its address.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline.checks import read  # noqa: E402 -- the tree has to be found first

PAGE = ROOT / "docs" / "design" / "audit.md"
SEED, SIZE = 20261129, 60


def drawn(page: str) -> dict[int, set[str]]:
    """The addresses in the tables under the page's headings `Round 1`, `Round 2` and so on."""
    rounds = re.split(r"^## Round (\d+)", page, flags=re.MULTILINE)[1:]
    pairs = zip(rounds[::2], rounds[1::2], strict=True)
    return {int(number): set(re.findall(r"^\| `([^`]+#[^`]+)` \|", text, re.MULTILINE)) for number, text in pairs}


def sample(refs: list[str], number: int, before: set[str]) -> list[str]:
    """The round's claims in the order of the record; the first round's seed is the number alone."""
    left = [ref for ref in refs if ref not in before]
    chosen = set(random.Random(SEED if number == 1 else f"{SEED}/{number}").sample(left, SIZE))
    return [ref for ref in left if ref in chosen]


def main() -> None:
    """The addresses and the first words of the claims, one claim a line."""
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.exit("the number of the round is needed, such as 1")
    number = int(sys.argv[1])
    claims = sorted(read(ROOT / "data", "data").timeline.claims, key=lambda claim: (claim.event, claim.number))
    texts = {claim.ref: str(claim.text) for claim in claims}
    earlier = drawn(PAGE.read_text("utf-8")) if PAGE.exists() else {}
    before = {ref for past, refs in earlier.items() if past < number for ref in refs}
    print(f"{len(texts)} claims, {len(before)} drawn before, round {number}")
    for ref in sample(list(texts), number, before):
        print(f"{ref}\t{texts[ref][:80]}")


if __name__ == "__main__":
    main()
