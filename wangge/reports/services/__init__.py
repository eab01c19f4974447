"""Every write of reports: one function per intention."""

from wangge.reports.services.briefs import (
    BriefEdit,
    check_brief,
    compile_brief,
    edit_brief,
    revise_brief,
    sign_brief,
)

__all__ = ["BriefEdit", "check_brief", "compile_brief", "edit_brief", "revise_brief", "sign_brief"]
