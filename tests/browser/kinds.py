"""A page of each kind that the sample site has."""

EVENT = "events/may-opening/"
SOURCE = "sources/kuestenbote-2025-08-14-kraene/"
KINDS = [
    "",
    "timeline/",
    "timeline/2025/",
    EVENT,
    "sources/",
    SOURCE,
    "expectations/",
    "tracks/",
    "evidence/one-person/",
    "evidence/own-words/",
    "evidence/unread/",
    "evidence/editors/",
    "disputes/",
    "evidence/",
    "updates/",
    "actors/bridge-works/",
    "topics/bridge/",
    "about/",
    "contribute/",
]
