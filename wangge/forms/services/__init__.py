"""Writes: upload a survey, publish it, retire it, store, reveal and take away filled-in sheets."""

from wangge.forms.services.exports import export_sheets
from wangge.forms.services.sheets import (
    Revealed,
    Sheet,
    digest_of,
    erase_personal,
    reveal_answer,
    submit_sheet,
    submit_sheets,
)
from wangge.forms.services.surveys import (
    Uploaded,
    check_survey,
    keep_on_phones,
    publish_version,
    repeated,
    retire_form,
    upload_survey,
)

__all__ = [
    "Revealed",
    "Sheet",
    "Uploaded",
    "check_survey",
    "digest_of",
    "erase_personal",
    "export_sheets",
    "keep_on_phones",
    "publish_version",
    "repeated",
    "retire_form",
    "reveal_answer",
    "submit_sheet",
    "submit_sheets",
    "upload_survey",
]
