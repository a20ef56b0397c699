"""What can be wrong with a file or with one field: faults that stand in a single record."""

from __future__ import annotations

from timeline.problems.problem import Kind, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

# The folder and its files

MISSING_FOLDER = Kind(
    "missing-folder",
    _ERROR,
    "the data folder does not exist",
    "A timeline is a folder of YAML files. The folder named on the command line or in `mkdocs.yml` is not there.",
)
NO_FILES = Kind(
    "no-files",
    _ERROR,
    "the data folder holds no YAML file",
    "Every `*.yaml` below the data folder is read. Without one there is nothing to show.",
)
UNREADABLE_FILE = Kind(
    "unreadable-file",
    _ERROR,
    "the file cannot be opened",
    "The system refused to hand the file over, so nothing in it could be checked.",
)
EMPTY_FILE = Kind(
    "empty-file",
    _WARNING,
    "the file holds nothing",
    "A file without a record is often one that was meant to be filled, or saved by mistake.",
)
NOT_UTF8 = Kind(
    "not-utf8",
    _ERROR,
    "the file is not written in UTF-8",
    "Text in another encoding would be shown with wrong letters in names. Every editor can save as UTF-8.",
)
CONTROL_CHARACTER = Kind(
    "control-character",
    _ERROR,
    "the text holds an invisible character",
    "Control characters, line separators and marks that turn the direction of writing are invisible in an editor "
    "and can make a line read otherwise than it is. None of them belongs in a record.",
)
CUT_TEXT = Kind(
    "cut-text",
    _ERROR,
    "the text is cut short",
    "To YAML a `#` behind a space begins a note that no reader sees. A text with that sign in it stands in quotation "
    "marks; a note of yours has a space behind the sign.",
)

# YAML

FOREIGN_SIGN = Kind(
    "foreign-sign",
    _ERROR,
    "to YAML a sign is not what it looks like",
    "Other keyboards, word processors and copied text bring signs that look right and mean nothing to YAML: spaces "
    "that are no plain ones, dashes and dots in front of items, colons and brackets of full width. Within a text they "
    "are as good as any other sign. And what an id has around it on pages, such as `[@id]`, it does not have here.",
)

YAML_SYNTAX = Kind(
    "yaml-syntax",
    _ERROR,
    "the file cannot be read as YAML from here on",
    "YAML tells structure by indentation, dashes and colons. From this place on they do not fit together, so "
    "nothing further down in this file was read.",
)
TAB_INDENTATION = Kind(
    "tab-indentation",
    _ERROR,
    "the line is indented with a tab",
    "YAML counts spaces. How wide a tab is depends on the editor, so YAML refuses it before a key.",
)
BAD_INDENTATION = Kind(
    "bad-indentation",
    _ERROR,
    "the line stands at a depth that fits nothing above it",
    "What belongs together starts in the same column. Keys of one record stand exactly below each other.",
)
UNCLOSED_QUOTE = Kind(
    "unclosed-quote",
    _ERROR,
    "a quotation mark is opened and not closed",
    "Everything after the mark counts as part of the text, keys and records included.",
)
UNCLOSED_BRACKET = Kind(
    "unclosed-bracket",
    _ERROR,
    "a bracket is opened and not closed",
    "A list in `[ ]` or a mapping in `{ }` lasts until its closing bracket.",
)
UNQUOTED_TEXT = Kind(
    "unquoted-text",
    _ERROR,
    "the text holds a sign that means something to YAML",
    "A colon followed by a space starts a value, and some signs may not begin one. Quotation marks around the text "
    "take their meaning away.",
)
ANCHOR = Kind(
    "anchor",
    _ERROR,
    "the value carries a YAML anchor",
    "Anchors and aliases make one place of a file mean another. A record says each thing where it is read.",
)
ALIAS = Kind(
    "alias",
    _ERROR,
    "the value is a YAML alias",
    "Anchors and aliases make one place of a file mean another, and a few of them can grow beyond any memory. "
    "A record says each thing where it is read.",
)
TAG = Kind(
    "tag",
    _ERROR,
    "the value carries a YAML tag",
    "Values are text and keep the spelling they were typed with; a type written before them has no effect to have.",
)
MERGE_KEY = Kind(
    "merge-key",
    _ERROR,
    "the mapping is merged with another",
    "A merge key copies fields that a reader of the file cannot see. Each record names its own fields.",
)
SEVERAL_DOCUMENTS = Kind(
    "several-documents",
    _ERROR,
    "the file holds more than one YAML document",
    "A line of three dashes starts another document. Everything of one file belongs to one mapping.",
)
COMPLEX_KEY = Kind(
    "complex-key",
    _ERROR,
    "a key is not a word",
    "Fields have names. A list or a mapping cannot be one.",
)
TOO_DEEP = Kind(
    "too-deep",
    _ERROR,
    "the value is nested deeper than any record",
    "No record has more than a few levels. This is probably a slip of brackets or of indentation.",
)
DUPLICATE_KEY = Kind(
    "duplicate-key",
    _ERROR,
    "`{key}` is given twice in one {owner}",
    "YAML would silently keep one of the two. Which one was meant only the author knows.",
)

# Shapes and words

NOT_A_MAPPING = Kind(
    "not-a-mapping",
    _ERROR,
    "the file does not start with a known list",
    "At the top of a file stand `record`, `events`, `sources`, `actors`, `topics`, `expectations` and `tracks`, each "
    "followed by a colon, with the records below it.",
)
WRONG_SHAPE = Kind(
    "wrong-shape",
    _ERROR,
    "`{field}` is not {expected}",
    "A field holds a text, a list or a mapping, and each has its own form in YAML.",
)
UNKNOWN_KEY = Kind(
    "unknown-key",
    _ERROR,
    "{owner} has no field `{key}`",
    "A field that nobody reads would look as if it were published. Mostly it is a slip of the pen.",
)
MISSING_FIELD = Kind(
    "missing-field",
    _ERROR,
    "{owner} has no `{field}`",
    "A reader, or another record, depends on this field.",
)
MERGE_CONFLICT = Kind(
    "merge-conflict",
    _ERROR,
    "a merge conflict is not settled",
    "Two people changed the same place, and git left both versions in the file for somebody to choose. Until that is "
    "done, nothing else in the file can be read for what it is.",
)
EMPTY_VALUE = Kind(
    "empty-value",
    _ERROR,
    "`{field}` has no value",
    "What is not known is left out, so that nobody takes an empty field for a statement. A word that only holds the "
    "place of a text, such as `null`, `None` or `N/A`, says nothing either; in quotation marks it is meant: a person "
    "may be called Null.",
)
UNKNOWN_WORD = Kind(
    "unknown-word",
    _ERROR,
    "`{word}` is not a word of `{field}`",
    "These fields have words that are known, because pages and filters tell records apart by them. Kinds of events, "
    "sources, updates and actors, and roles of dates, may also be words that the record defines in `record`.",
)
BAD_FLAG = Kind(
    "bad-flag",
    _ERROR,
    "`{field}` is neither true nor false",
    "YAML knows many spellings of yes and no, and readers of other tools know others. Here it is `true` or `false`.",
)
BAD_ID = Kind(
    "bad-id",
    _ERROR,
    "the id cannot be part of an address",
    "An id is the address of its page and lasts for ever: lower-case letters a to z and figures, in words joined by "
    "single hyphens, at most 80 characters, and no name that Windows or a web server keeps for itself.",
)
BAD_TEXT = Kind(
    "bad-text",
    _ERROR,
    "`{field}` cannot be shown as it is",
    "Summaries and claims are one paragraph with inline Markdown: emphasis, code and links to http or https addresses.",
)
LONG_QUOTATION = Kind(
    "long-quotation",
    _ERROR,
    "`{field}` is longer than a quotation may be",
    "A quotation shows the few words that matter, in at most 300 letters, and its translation in 600. Whoever wants "
    "the rest reads the document; what else it says is told in claims.",
)
BAD_ADDRESS = Kind(
    "bad-address",
    _ERROR,
    "the address cannot be offered to readers",
    "Addresses are http or https, with a host that has a dot, without a user name, and at most 2,000 characters long. "
    "Others do nothing or do harm when they are followed.",
)
BAD_LANGUAGE = Kind(
    "bad-language",
    _ERROR,
    "the language is not a language tag",
    "Languages are BCP 47 tags such as `en`, `de` or `zh-Hans`; browsers choose voices and hyphens by them.",
)
BAD_DOI = Kind(
    "bad-doi",
    _ERROR,
    "this is no DOI",
    "A DOI is a name such as `10.1000/182`, which stays when a publisher moves. It is written without `doi:` and "
    "without an address in front, so that it is the same in every record.",
)
BAD_ISBN = Kind(
    "bad-isbn",
    _ERROR,
    "this is no ISBN",
    "The last digit of an ISBN is reckoned from the others, so that a slip shows. With a wrong one nobody finds the "
    "book, or finds another.",
)
BAD_FIGURE = Kind(
    "bad-figure",
    _ERROR,
    "`{field}` is not a figure",
    "Figures are sorted and handed to other programs: they are written in digits with a point before decimals, without "
    "signs between thousands, and a range from its smaller end to its larger one.",
)
BAD_UUID = Kind(
    "bad-uuid",
    _ERROR,
    "the identifier is not a UUID",
    "The record's UUID makes its feeds and its calendar distinct from all others for ever.",
)
BAD_COUNTRY = Kind(
    "bad-country",
    _ERROR,
    "the country is not a country code",
    "Countries are the two capital letters of ISO 3166-1, such as `US` or `CN`.",
)

# Dates

IMPOSSIBLE_DATE = Kind(
    "impossible-date",
    _ERROR,
    "the date does not exist",
    "A month is 01 to 12, a day exists in its month, and a period does not end before it starts.",
)
NOT_EDTF = Kind(
    "not-edtf",
    _ERROR,
    "the date is not written as EDTF",
    "Dates follow EDTF: `2025`, `2025-04`, `2025-04-09`, `2025-21` to `24` for seasons, `2025-33` to `36` for "
    "quarters, `202X`, `-0043` for 44 BC, `2025-04-09T09:30-05:00` for a time, `~ ? %` for doubt, `a/b`, `a/..`, "
    "`../b` and `a/` for extents, `[a..b]`, `[..b]` and `[a,b]` for some day between, `XXXX` for a day that nobody "
    "knows. What is not known is left out rather than filled with a first of January.",
)
NOT_A_DAY = Kind(
    "not-a-day",
    _ERROR,
    "`{field}` is not a full day",
    "This day is one of the record's own book-keeping, so it is always known: `2026-11-22`.",
)
