"""Text that is written from right to left, beside ours.

What a record says is put into sentences and rows of ours, and a browser orders the letters of both together unless it
is told where the one ends: of a name and "5 March 2025" it makes "5, the name, March 2025". So whatever is put into a
text of ours is set apart with the characters of Unicode for that, and where HTML has elements and attributes, they take
the place of the characters. A record without such letters pays nothing: its pages are what they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ASCII = bytes(range(0x80))
OPENS, CLOSES = "\u2068", "\u2069"
"""What stands between them is ordered for itself, by its first letter; they are seen by nobody."""
_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
PIECE = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>|<!--.*?-->|[^<]+|<", re.DOTALL)
"""HTML in pieces: tags, comments, text."""
_APART = re.compile(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")
_WHOLE = re.compile(rf"\s*{_APART.pattern}\s*")
_MACHINES = re.compile(r"\s(?!(?:aria-\w+|title|alt|label|content)=)[\w-]+=\"[^\"]*\"")
"""Attributes that scripts and browsers read; the others are read aloud or shown."""
_OF_A_SENTENCE = {"em", "strong", "code", "sub", "sup", "q", "s", "mark", "b", "i"}
"""What stands within a sentence is no text of its own."""
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_PLAIN = {"title", "option", "textarea", "script", "style", "svg"}
"""Where there is no element for it, the characters stay."""


def right_to_left(text: str) -> bool:
    """Whether a letter in it is written from right to left."""
    if text.isascii():
        return False
    others = text.encode(errors="surrogatepass").translate(None, _ASCII)  # of a page of English some quotation marks
    return _LETTERS.search(others.decode(errors="surrogatepass")) is not None


def apart(text: str) -> str:
    """A text as it can be put into another one: set apart where the two could be mixed."""
    return f"{OPENS}{text}{CLOSES}" if right_to_left(text) and OPENS not in text else text


def finalized(value: object) -> object:
    """What a template prints, set apart; neither HTML, nor an address, which must stay as it is."""
    if isinstance(value, str) and not hasattr(value, "__html__") and not value.isascii() and "://" not in value:
        return apart(value)
    return value


def directed(html: str) -> str:
    """HTML whose elements say where their text begins: `dir="auto"` on a text for itself, `bdi` around a part."""
    return html if html.isascii() or not (OPENS in html or right_to_left(html)) else "".join(_directed(html))


def _directed(html: str) -> Iterator[str]:
    pieces: list[str] = []
    above: list[tuple[str, int, bool]] = []  # the name of an element, its place among the pieces, whether it says more
    plain = 0
    for match in PIECE.finditer(html):
        piece, ends, name, said = match[0], match[1], (match[2] or "").lower(), match[3] or ""
        if name and ends:
            place = -1
            while above:
                last, place, _ = above.pop()
                plain -= last in _PLAIN
                if last == name:
                    break
            if name == "bdi" and above and above[-1][1] == place - 1 and html.startswith("</", match.end()):
                pieces[place] = piece = ""  # all that its element says
                _say(pieces, above)
        elif name:
            piece = _MACHINES.sub(lambda attribute: _bare(attribute[0]), piece)
            if name not in _VOID and not said.endswith("/"):
                above.append((name, len(pieces), bool(said.strip())))
                plain += name in _PLAIN
        elif above and not plain and not piece.startswith("<") and (OPENS in piece or right_to_left(piece)):
            whole = pieces[-1].startswith("<") and html.startswith("</", match.end()) and _WHOLE.fullmatch(piece)
            if whole or right_to_left(_APART.sub("", piece)):
                _say(pieces, above)
            piece = _bare(piece) if whole else piece.replace(OPENS, "<bdi>").replace(CLOSES, "</bdi>")
        pieces.append(piece)
    yield from pieces


def _say(pieces: list[str], above: list[tuple[str, int, bool]]) -> None:
    """The nearest element that is a text for itself says that its own letters decide where it begins."""
    for name, place, more in reversed(above):
        if name == "bdi":  # which says so by itself
            return
        if name not in _OF_A_SENTENCE and (more or name != "span"):
            if " dir=" not in pieces[place]:
                pieces[place] = f'{pieces[place][:-1]} dir="auto">'
            return


def _bare(text: str) -> str:
    return text.replace(OPENS, "").replace(CLOSES, "")
