"""Reads of forms; questionnaires are no secret inside the house, filled-in sheets are."""

from wangge.forms.queries.held import (
    Held,
    held_for,
    lookup_titles,
    register_values,
    resolves,
    search_subjects,
    subjects_of,
    titles_in,
)
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
from wangge.forms.registers import Held, resolves

__all__ = [
    "KIND",
    "FormCard",
    "Held",
    "SheetFilter",
    "area_lists",
    "form_for",
    "forms_visible_to",
    "held_for",
    "lookup_titles",
    "mine",
    "on_phones",
    "published",
    "register_values",
    "resolves",
    "search_subjects",
    "sheet_by_client_id",
    "sheet_for",
    "sheets_by_client_ids",
    "sheets_of",
    "sheets_visible_to",
    "subjects_of",
    "titles_in",
    "version_for",
    "versions_for",
    "versions_of",
]
