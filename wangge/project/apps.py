"""Binds the floors together at start: which queue carries jobs."""

from __future__ import annotations

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "wangge.project"
    verbose_name = "网格"

    def ready(self) -> None:
        """Let ``kit.jobs`` write procrastinate rows."""
        from wangge.kit import jobs
        from wangge.project.worker import ProcrastinateQueue

        jobs.use(ProcrastinateQueue())
