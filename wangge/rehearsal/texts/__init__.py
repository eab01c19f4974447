"""Chinese calls that read like real ones: templates, a small grammar and a pen that fills them in."""

from wangge.rehearsal.texts.library import Template, categories, templates
from wangge.rehearsal.texts.pen import CallText, Pen, Scene

__all__ = ["CallText", "Pen", "Scene", "Template", "categories", "templates"]
