"""Renews the catalogues of messages from the code: what is new stands there empty, what is gone is dropped.

python tools/catalogues.py            # all of timeline/language/catalogues, and how much of each is translated
python tools/catalogues.py sv         # the same, with a catalogue begun for Swedish
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "timeline"
CATALOGUES = PACKAGE / "language" / "catalogues"
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "NN_": (1, 2),
    "plural": (2, 3),
}
METHODS = [("html/templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
OPTIONS = {"html/templates/**.html": {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}}
COMMENT = "Translators:"


def extracted() -> Catalog:
    """Every message of the code, in the order of the files."""
    found = Catalog(project="timeline", fuzzy=False)
    rows = extract_from_dir(PACKAGE, METHODS, OPTIONS, KEYWORDS, [COMMENT], strip_comment_tags=True)
    for name, _, message, comments, context in sorted(rows, key=lambda row: (row[0], row[1])):
        found.add(message, None, [(f"timeline/{name}", 0)], auto_comments=comments, context=context)
    return found


def renewed(file: Path, template: Catalog) -> Catalog:
    """A catalogue with the messages of today. Nothing is guessed: a message that changed is translated anew."""
    if file.is_file():
        with file.open("rb") as text:
            catalogue = read_po(text, locale=file.stem)
    else:
        catalogue = Catalog(locale=Locale.parse(file.stem), project="timeline", fuzzy=False)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        if message.id and message.fuzzy:
            message.flags.discard("fuzzy")
            message.string = ("",) * catalogue.num_plurals if message.pluralizable else ""
    return catalogue


def written(catalogue: Catalog, file: Path) -> None:
    """The catalogue as a file; it says in which files a message stands, but neither the line nor a day."""
    text = BytesIO()
    write_po(text, catalogue, width=110, include_lineno=False, omit_header=True)
    head = [
        f"# The words of the site in {Locale.parse(file.stem).english_name}.",
        "# `python tools/catalogues.py` adds messages that are new and drops those that are gone.",
        'msgid ""',
        'msgstr ""',
        f'"Language: {file.stem}\\n"',
        f'"Plural-Forms: {catalogue.plural_forms}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    ]
    file.write_text("\n".join([*head, "", text.getvalue().decode("utf-8")]), encoding="utf-8")


def main(begun: list[str]) -> None:
    template = extracted()
    for file in sorted({*CATALOGUES.glob("*.po"), *(CATALOGUES / f"{tag}.po" for tag in begun)}):
        catalogue = renewed(file, template)
        written(catalogue, file)
        said = sum(bool(all(m.string) if isinstance(m.string, tuple) else m.string) for m in catalogue if m.id)
        print(f"{file.stem}: {said} of {len(catalogue)} messages")


if __name__ == "__main__":
    main(sys.argv[1:])
