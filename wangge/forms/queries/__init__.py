"""Reads of forms; questionnaires are no secret inside the house, filled-in sheets are."""

from wangge.forms.queries.held import Held, lookup_titles, register_values, resolves, subjects_of
from wangge.forms.queries.sheets import (
    KIND,
    SheetFilter,
    mine,
    sheet_by_client_id,
    sheet_for,
    sheets_by_client_ids,
    sheets_of,
    sheets_visible_to,
)
from wangge.forms.queries.surveys import (
    FormCard,
    area_lists,
    form_for,
    forms_visible_to,
    on_phones,
    published,
    version_for,
    versions_for,
    versions_of,
)

__all__ = [
    "KIND",
    "FormCard",
    "Held",
    "SheetFilter",
    "area_lists",
    "form_for",
    "forms_visible_to",
    "lookup_titles",
    "mine",
    "on_phones",
    "published",
    "register_values",
    "resolves",
    "sheet_by_client_id",
    "sheet_for",
    "sheets_by_client_ids",
    "sheets_of",
    "sheets_visible_to",
    "subjects_of",
    "version_for",
    "versions_for",
    "versions_of",
]
