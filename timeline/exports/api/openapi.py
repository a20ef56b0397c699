"""The static files described as OpenAPI 3.1, so that clients can be made and tried without reading prose."""

from __future__ import annotations

import json
from typing import Any

from timeline.exports import changes
from timeline.exports.api.documents import SORTS
from timeline.exports.api.schemas import definitions, documents
from timeline.exports.export import Publication
from timeline.language import N_
from timeline.site import urls

_ABOVE = "#/components/schemas/"
PROMISE = N_(
    "As long as an address says v1, no name is renamed or taken away, and none changes what it means; names may be "
    "added. What changes more than that will stand under v2, beside v1 for at least a year. A date is given as it was "
    "typed (EDTF) with bounds, the first and the last day that the text allows; a bound is not the date."
)
"""What programs may rely on."""


def openapi(publication: Publication) -> str:
    about = publication.index.timeline.record
    server = publication.site.absolute(urls.API) or "./"
    info: dict[str, Any] = {"title": about.title, "version": f"1-{publication.index.version}", "description": PROMISE}
    if about.licence:
        info["license"] = {"name": about.licence}
    paths = {
        "/index.json": _get("What there is, in a line each", "index"),
        "/record.json": _get("All of the record", "record"),
        **{f"/{sort.name}/{{id}}.json": _get(f"One {sort.one}", sort.one, True) for sort in SORTS},
    }
    if publication.former:
        paths["/changes.json"] = _get("What has changed since an earlier state", "changes")
    named = {f"{name}-document": form for name, form in documents(_ABOVE).items()}
    if publication.former:
        form: dict[str, Any] = json.loads(changes.schema(publication))
        named["changes-document"] = {name: form[name] for name in form if name not in ("$schema", "$id")}
    told = {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": server.removesuffix("/") or "."}],
        "paths": paths,
        "components": {"schemas": {**definitions(_ABOVE), **named}},
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _get(summary: str, name: str, by_id: bool = False) -> dict[str, Any]:
    reference: dict[str, Any] = {"$ref": f"{_ABOVE}{name}-document"}
    if by_id:
        reference = {"anyOf": [reference, {"$ref": f"{_ABOVE}moved-document"}]}
    answers: dict[str, Any] = {
        "200": {"description": f"{summary}.", "content": {"application/json": {"schema": reference}}}
    }
    operation: dict[str, Any] = {"operationId": f"get-{name}", "summary": summary}
    if by_id:
        id = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        operation["parameters"] = [
            {
                **id,
                "description": f"The id of the {name}, as the index lists it; a former one leads to it.",
            }
        ]
        answers["404"] = {"description": f"There is no {name} of this id."}
    return {"get": {**operation, "responses": answers}}
