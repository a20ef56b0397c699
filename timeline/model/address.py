"""The addresses that fields hold, alone or as links in a text: which of them a reader may follow.

Each is refused with a word about the remedy, like the other values of fields.
"""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import PlainValidator, TypeAdapter, ValidationError, WithJsonSchema
from pydantic_core import Url

from timeline.model import schema_forms
from timeline.model.fields import SLUG_FORM, one_line, refusal, slug, slugged, typed

LONGEST_ADDRESS = 2_000
MOST_BRACKETS = 100
"""In one text: Markdown takes the square of its length where brackets never close."""
_BRACKETS = re.compile(r'[<>"\\^`{|}]')
_SIGNS = {"`": "a backquote"}
"""Those that would end what stands in backquotes."""
_DOI = re.compile(r"(?:doi:? ?|(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv:? ?([a-z.-]+/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(v[0-9]+)?", re.IGNORECASE)
_SHORT = re.compile(r"([a-z][a-z0-9]*):[^\s/]\S*")
_LOCATED = re.compile(r"([a-z0-9][a-z0-9-]*), +([^,{}\[\]:#]*[0-9][^,{}\[\]:#]*)")
"""An id with the place in the document behind it, as pages written by hand have it."""
_SCHEMES = frozenset(["http", "https", "doi", "arxiv", "isbn", "urn", "mailto", "data", "javascript", "file", "ftp"])
"""Words before a colon that mean something of their own, so that none of them is a prefix."""
LONGEST_SHOWN = 200
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|<([A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>|^\s*\[[^\]]+\]:\s*(\S+)")
_URL: TypeAdapter[Url] = TypeAdapter(Url)


def prefix(value: object) -> str:
    """A word that stands for the beginning of addresses."""
    text = typed(value)
    if is_short(f"{text}:x"):
        return text
    better = re.sub(r"[^a-z0-9]", "", text.lower())
    help = f"write `{better}`" if is_short(f"{better}:x") else "write a short word of a to z, such as `wiki`"
    raise refusal("bad-id", "a prefix is one word of a to z and 0 to 9, and no scheme of addresses", help)


def address(value: object) -> str:
    text = typed(value)
    reason = unsafe(text)
    if reason:
        help = "write the full address as a browser shows it, with `https://` in front"
        if re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:/", text, re.IGNORECASE):
            help = "write the address of a page with the same text, or leave the line out and name this one in `note`"
        tidy = _BRACKETS.sub(_percent, re.sub(r"\s", "%20", text.strip()))
        named = ""
        if known := _DOI.fullmatch(text.strip()):
            named = f"; or leave `url` out and write `doi: {known[1]}`"
            tidy = f"https://doi.org/{_BRACKETS.sub(_percent, known[1])}"
        elif paper := _ARXIV.fullmatch(text.strip()):
            tidy = f"https://arxiv.org/abs/{paper[1]}{paper[2] or ''}"
        for better in (tidy, f"https://{tidy}", re.sub(r"^(https?://)[^/@]*@", r"\1", tidy)):
            if len(better) < LONGEST_SHOWN and not unsafe(better) and "." in better:
                help = f"write `{better}`{named}"
                break
        raise refusal("bad-address", reason, help)
    return text


def _percent(sign: re.Match[str]) -> str:
    """A sign as addresses write it (RFC 3986, section 2.1)."""
    return f"%{ord(sign[0]):02X}"


def unsafe(text: str) -> str:
    """Why an address may not stand behind a link; empty when it may."""
    if len(text) > LONGEST_ADDRESS:
        return f"{len(text):,} characters, at most {LONGEST_ADDRESS:,} fit"
    scheme = text.partition(":")[0].lower() if ":" in text else ""
    if scheme not in ("http", "https"):
        known = scheme.isascii() and scheme.isalpha()
        return f"`{scheme}:` is neither http nor https" if known else "neither http nor https stands in front"
    if " " in text or not text.isprintable():
        return "an address has no spaces"
    if sign := _BRACKETS.search(text):
        return f"{_SIGNS.get(sign[0], f'`{sign[0]}`')} is written `{_percent(sign)}` in an address"
    if not text[len(scheme) :].startswith("://"):
        return f"two slashes belong after `{scheme}:`"
    try:
        url = _URL.validate_python(text)
    except ValidationError as error:
        return str(error.errors()[0].get("ctx", {}).get("error", "no browser can read it"))
    if url.username or url.password:
        return "a user name or password stands in it"
    if not url.host or "." not in url.host.strip("."):
        return "the host has no dot"
    return ""


def bare_address(url: str) -> str:
    """An address without what does not change the document: scheme, `www.`, fragment, tracking words.

    Of a DOI, which has no case, in small letters.
    """
    parts = urlsplit(url)
    query = "&".join(part for part in parts.query.split("&") if part and not part.startswith("utm_"))
    host = (parts.hostname or "").removeprefix("www.")
    if host in ("doi.org", "dx.doi.org"):
        return f"doi.org{parts.path.casefold()}"
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def inline(value: object) -> str:
    """One paragraph of inline Markdown whose links a reader may follow."""
    text = one_line(value)
    if (brackets := text.count("[")) > MOST_BRACKETS:
        help = "leave out those that make no link, or say it in several texts"
        raise refusal("bad-text", f"{brackets:,} opening brackets, at most {MOST_BRACKETS} fit", help, part="[")
    if "![" in text:
        help = "leave the image out, or link to the page that shows it"
        raise refusal("bad-text", "an image begins here", help, part="![")
    for match in _LINK.finditer(text):
        target = next(part for part in match.groups() if part is not None)
        reason = unsafe(target)
        if reason:
            help = "link to a full address that begins with `https://`, or leave the link out"
            raise refusal("bad-text", reason, help, part=target)
    return text


def is_address(text: str) -> bool:
    """Whether somebody meant the address of a page: in full, or with a prefix that stands for its beginning."""
    return text.startswith(("http://", "https://")) or is_short(text)


def is_short(text: str) -> bool:
    """Whether a word of the record's own and a colon stand for the beginning of an address, as in `wiki:Danelaw`."""
    match = _SHORT.fullmatch(text)
    return match is not None and match[1] not in _SCHEMES


def cited(value: object) -> str:
    """The id of a document, or that which follows from its address: without the scheme, in the signs of ids."""
    text = typed(value)
    if (
        (located := _LOCATED.fullmatch(text))
        and located[1] == slugged(located[1])
        and located[2] != slugged(located[2])
    ):
        help = f"write `{{source: {located[1]}, locator: {located[2]}}}`"
        raise refusal("wrong-shape", "the id of a source", help)
    if is_short(text):
        if reason := unsafe(f"https://example.org/{text}"):
            raise refusal("bad-address", reason, "write the end of the address as a browser shows it")
        return slugged(text)
    return slugged(re.sub(r"^https?://(?:www\.)?", "", address(text))) if is_address(text) else slug(text)


ADDRESS_FORM = schema_forms.address_form(LONGEST_ADDRESS)
Prefix = Annotated[
    str, PlainValidator(prefix), WithJsonSchema(schema_forms.pattern_form("[a-z][a-z0-9]*", "one short word"))
]
Address = Annotated[str, PlainValidator(address), WithJsonSchema(ADDRESS_FORM)]
SHORT_FORM = schema_forms.pattern_form(
    r"[a-z][a-z0-9]*:[^\s/]\S*", "a prefix that the record defines, and the end of an address"
)
Cited = Annotated[str, PlainValidator(cited), WithJsonSchema({"anyOf": [SLUG_FORM, ADDRESS_FORM, SHORT_FORM]})]
