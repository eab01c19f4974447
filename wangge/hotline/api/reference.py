"""Reference doors: codes, topics, the category tree, the rules of the dispatch suggestions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from wangge.hotline import queries, services
from wangge.hotline.api.papers import Strict, opened
from wangge.hotline.models import DispatchRule
from wangge.kit.http import actor_of

router = Router()


class OptionOut(Schema):
    """A code with its Chinese label and tone; ``open`` matters for states only."""

    code: str
    label: str
    tone: str
    open: bool


class TopicOut(Schema):
    """A hot topic or one of its classes."""

    code: str
    name: str
    parent_code: str


class CategoryOut(Schema):
    """A node of the problem tree."""

    id: int
    name: str
    path: str
    level: int
    parent_id: int | None


class DispatchRuleOut(Schema):
    """ "Such tickets go to this agency"."""

    id: int
    category_id: int | None
    category: str
    words: str
    area_id: int | None
    area: str
    agency_id: int
    agency: str
    weight: int
    reason: str

    @staticmethod
    def resolve_category(rule: DispatchRule) -> str:
        """The category's path."""
        return rule.category.path if rule.category else ""

    @staticmethod
    def resolve_area(rule: DispatchRule) -> str:
        """The area's name."""
        return rule.area.name if rule.area else ""

    @staticmethod
    def resolve_agency(rule: DispatchRule) -> str:
        """The agency's name."""
        return rule.agency.name


class DispatchRuleIn(Strict):
    """A rule; at least one of category, words (blank-separated) and area."""

    agency_id: int
    category_id: int | None = None
    words: str = Field("", max_length=200)
    area_id: int | None = None
    weight: int = Field(50, ge=1, le=100)
    reason: str = Field("", max_length=100)


@router.get("options", response=dict[str, list[OptionOut]], operation_id="hotline_list_options")
def list_options(request: HttpRequest) -> Any:
    """Every code of the hotline with label and tone, in display order."""
    actor_of(request)
    return queries.options()


@router.get("topics", response=list[TopicOut], operation_id="hotline_list_topics")
def list_topics(request: HttpRequest) -> Any:
    """Active topics."""
    actor_of(request)
    return queries.topics()


@router.get("categories", response=list[CategoryOut], operation_id="hotline_list_categories")
def list_categories(request: HttpRequest, parent_id: int | None = None, whole: bool = False) -> Any:
    """Children of a category, or the whole tree."""
    actor_of(request)
    return queries.categories(parent_id, whole=whole)


@router.get("dispatch-rules", response=list[DispatchRuleOut], operation_id="hotline_list_dispatch_rules")
def list_dispatch_rules(request: HttpRequest) -> Any:
    """The rules of the dispatch suggestions, heaviest first."""
    return queries.dispatch_rules(actor_of(request))


@router.post("dispatch-rules", response=DispatchRuleOut, operation_id="hotline_add_dispatch_rule")
def add_dispatch_rule(request: HttpRequest, payload: DispatchRuleIn) -> Any:
    """A new rule."""
    return services.add_dispatch_rule(actor=actor_of(request), **payload.dict())


@router.post(
    "dispatch-rules/{int:rule_id}/retire", response={204: None}, operation_id="hotline_retire_dispatch_rule"
)
def retire_dispatch_rule(request: HttpRequest, rule_id: int) -> Any:
    """The rule no longer speaks."""
    services.retire_dispatch_rule(actor=actor_of(request), rule_id=rule_id)
    return Status(204, None)


@router.post("categories/import", response=dict[str, int], operation_id="hotline_import_categories")
def import_categories(request: HttpRequest, file: File[UploadedFile], source: Form[str] = "") -> Any:
    """Grow the category tree from a table whose columns are the levels; ``new`` nodes."""
    new = services.import_categories(
        actor=actor_of(request), stream=opened(file), filename=file.name or "", source=source[:40]
    )
    return {"new": new}
