"""Signs that nobody sees in an editor, and which of them a text may hold because its script or its emoji needs them.

A mark of direction is harmless where letters run from right to left, a space without width parts words in scripts that
write none, and the letters of a flag are invisible ones. Elsewhere they come with a copied text, and a word with one in
it is not found. What turns the order of a line is refused everywhere: it can make a line read otherwise than it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Control characters other than tab and line ends, separators that YAML takes for line ends and editors do
# not, marks that turn the direction of writing, invisible joiners and hyphens, signs that are no characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\u115f\u1160\u3164\uffa0\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
_MARKS = "\u061c\u200e\u200f"
_SPACE, _MONGOLIAN = "\u200b", "\u180e"
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u3040-\u30ff\u3400-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f]"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai, Japanese and Chinese."""
_FILLERS = "\u115f\u1160"
_JAMO = re.compile("[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]")
"""Letters of old Korean, of which a filler stands for the one that a syllable lacks."""
_FORMS = "\U000e0100"
"""From here on signs choose one of the forms of a Chinese letter that stands in front of them."""
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")


_TYPED = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
"""What every keyboard has."""


def rare_signs(text: str) -> str:
    """The signs of a text that are none of every keyboard: few, so that a question about them is soon answered."""
    return text.encode("utf-8", "surrogatepass").translate(None, _TYPED).decode("utf-8", "surrogatepass")


def unwanted(text: str) -> Iterator[re.Match[str]]:
    """Each invisible sign that its place does not ask for."""
    if _INVISIBLE.search(rare_signs(text)):
        yield from _unwanted(text)


def _unwanted(text: str) -> Iterator[re.Match[str]]:
    flags: list[range] | None = None
    for match in _INVISIBLE.finditer(text):
        at, sign = match.start(), match.group()
        if sign >= "\U000e0000":
            flags = [range(*flag.span()) for flag in _FLAG.finditer(text)] if flags is None else flags
            if any(at in flag for flag in flags) or (sign >= _FORMS and _HAN.match(text[at - 1 : at])):
                continue
        if (sign in _MARKS and _to_the_left(text, at)) or (sign == _SPACE and _in_unspaced(text, at)):
            continue
        if sign in _FILLERS and any(_JAMO.match(text[place : place + 1]) for place in (max(at - 1, 0), at + 1)):
            continue
        if sign == _MONGOLIAN and "\u1820" <= text[at - 1 : at] <= "\u18aa":
            continue
        yield match


def visible(text: str) -> str:
    """The text without them."""
    for match in reversed([*unwanted(text)]):
        text = text[: match.start()] + text[match.end() :]
    return text


def help_for(sign: str) -> str:
    """What to do about it."""
    if sign in _MARKS or sign in (_SPACE, _MONGOLIAN) or unicodedata.category(sign) == "Cf":
        return "delete the character"
    return "delete the character, and type a space or a new line if one is needed"


def _to_the_left(text: str, at: int) -> bool:
    """Whether a letter that runs from right to left stands on the line."""
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    return any(unicodedata.bidirectional(letter) in ("R", "AL") and letter not in _MARKS for letter in line)


def _in_unspaced(text: str, at: int) -> bool:
    """Whether a letter of a script without spaces stands beside it."""
    return any(_UNSPACED.match(beside) for beside in (text[max(at - 1, 0) : at], text[at + 1 : at + 2]) if beside)
