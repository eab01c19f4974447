"""What tickets are sorted by: topics, the category tree, and who is usually sent what."""

from __future__ import annotations

from django.db import models


class Topic(models.Model):
    """A hot topic 热点专题; its classes are rows because their official names are not known."""

    retention = {"*": "register"}
    code = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=40)
    parent_code = models.CharField(max_length=40, default="", blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "code"]


class Category(models.Model):
    """A node of the problem tree 问题分类; ``path`` is ``医疗卫生->疫情防控->核酸检测``."""

    retention = {"*": "register"}
    name = models.CharField(max_length=60)
    path = models.CharField(max_length=200, unique=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    level = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=40, default="")
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["path"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=5), name="hotline_category_level"
            )
        ]


class DispatchRule(models.Model):
    """ "Such tickets go to this agency": any mix of category, words and area; all given must fit."""

    retention = {"*": "register"}
    category = models.ForeignKey(
        "hotline.Category", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    words = models.CharField(max_length=200, default="", blank=True)
    area = models.ForeignKey(
        "territory.Area", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    agency = models.ForeignKey("org.Agency", on_delete=models.PROTECT, related_name="+")
    weight = models.PositiveSmallIntegerField(default=50)
    reason = models.CharField(max_length=100, default="", blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["-weight", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(category__isnull=False)
                | models.Q(area__isnull=False)
                | ~models.Q(words=""),
                name="hotline_dispatchrule_says_something",
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gte=1, weight__lte=100), name="hotline_dispatchrule_weight"
            ),
        ]
