"""What no import checker sees: foreign keys, retention classes, migrations, the tools themselves."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader

from wangge.kit import permissions, retention, states
from wangge.project.floors import CONTEXTS, FLOORS

ROOT = Path(__file__).resolve().parents[2]
HEIGHT = {name: level for level, floor in enumerate(FLOORS) for name in floor}


def our_models() -> Iterator[type[models.Model]]:
    for name in CONTEXTS:
        yield from apps.get_app_config(name).get_models()


def foreign_keys() -> Iterator[tuple[type[models.Model], models.ForeignKey[object, object]]]:
    for model in our_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey):
                yield model, field


def test_foreign_keys_point_down_or_stay_inside() -> None:
    upward = [
        f"{model._meta.label}.{field.name}"
        for model, field in foreign_keys()
        if (target := field.related_model._meta.app_label) != model._meta.app_label
        and (target not in HEIGHT or HEIGHT[target] >= HEIGHT[model._meta.app_label])
    ]
    assert upward == []


def test_foreign_keys_protect_and_leave_no_back_door() -> None:
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model, field in foreign_keys()
        if field.remote_field.on_delete is not models.PROTECT or field.remote_field.related_name != "+"
    ]
    assert wrong == []


def test_every_model_says_how_long_its_columns_live() -> None:
    wrong = []
    for model in our_models():
        declared = getattr(model, "retention", {})
        columns = {field.name for field in model._meta.get_fields()}
        if "*" not in declared:
            wrong.append(f"{model._meta.label}: no class")
        wrong += [f"{model._meta.label}: {c}" for c in declared if c != "*" and c not in columns]
        wrong += [f"{model._meta.label}: {v}" for v in declared.values() if v not in retention.CLASSES]
    assert wrong == []


def test_every_state_machine_is_sound_and_its_states_are_checked_by_the_database() -> None:
    wrong: list[str] = []
    for name in CONTEXTS:
        try:
            module = importlib.import_module(f"wangge.{name}.states")
        except ModuleNotFoundError:
            continue
        machines = [v for v in vars(module).values() if isinstance(v, states.Machine)]
        assert machines, name
        for machine in machines:
            wrong += [f"{name}.{machine.noun}: {fault}" for fault in states.faults(machine)]
    for model in our_models():
        if hasattr(model, "move_model") and not any(
            isinstance(c, models.CheckConstraint) and "status" in str(c.condition)
            for c in model._meta.constraints
        ):
            wrong.append(f"{model._meta.label}: no CHECK on status")
    assert wrong == []


@pytest.mark.django_db
def test_migrations_are_linear_and_named_for_what_they_do() -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    for name in CONTEXTS:
        assert len(loader.graph.leaf_nodes(name)) <= 1, name
        for app, migration in loader.graph.nodes:
            if app == name:
                assert re.fullmatch(r"\d{4}_[a-z][a-z0-9_]+", migration), migration
                assert "auto" not in migration, migration


def test_roles_in_the_permission_table_exist() -> None:
    from wangge.org import rules

    unknown = {
        f"{p.name}: {role}"
        for p in permissions.table().values()
        for role in p.roles
        if role not in rules.ROLES
    }
    assert unknown == set()


def test_every_context_has_its_page() -> None:
    missing = [
        name for name in (*CONTEXTS, "kit", "project") if not (ROOT / "wangge" / name / "README.md").exists()
    ]
    assert missing == []


def test_a_new_context_is_born_inside_the_walls(tmp_path: Path) -> None:
    (tmp_path / "wangge" / "project").mkdir(parents=True)
    shutil.copy(ROOT / "wangge/project/floors.py", tmp_path / "wangge/project/floors.py")
    tool = [sys.executable, str(ROOT / "tools/new_context.py"), "screening", "排查外呼"]
    born = subprocess.run(
        [*tool, "--floor", "flows", "--root", str(tmp_path)], capture_output=True, text=True
    )
    assert born.returncode == 0, born.stderr
    assert '("flows", "screening"),' in (tmp_path / "wangge/project/floors.py").read_text()
    assert 'verbose_name = "排查外呼"' in (tmp_path / "wangge/screening/apps.py").read_text()
    again = subprocess.run(
        [*tool, "--floor", "flows", "--root", str(tmp_path)], capture_output=True, text=True
    )
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_the_house_lint_finds_what_it_promises(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        lint = importlib.import_module("house_lint")
    finally:
        sys.path.pop(0)
    bad = "\n".join(
        [
            "from datetime import datetime",
            "def when():",
            "    return datetime.now()",
            "def find(q):",
            "    return q.filter(name__icontains='x')",
            "def long():",
            *("    pass" for _ in range(60)),
        ]
    )
    found = list(lint.python_faults(ROOT / "wangge/hotline/services.py", bad))
    assert [line.split(": ", 1)[1][:12] for line in found] == [
        "long has 61 ",
        "datetime.now",
        "name__iconta",
    ]


def test_no_two_doors_name_their_shapes_alike() -> None:
    """The contracts key a shape by its class name only: the second of a name would replace the first."""
    from ninja import Schema

    found: dict[str, set[str]] = {}
    frontier: list[type[Schema]] = [Schema]
    while frontier:
        for shape in frontier.pop().__subclasses__():
            frontier.append(shape)
            if shape.__module__.startswith("wangge."):
                found.setdefault(shape.__name__, set()).add(shape.__module__)
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


def test_the_worker_knows_every_job_and_when_it_repeats() -> None:
    from procrastinate.contrib.django import app

    from wangge.kit import jobs

    offered = {name for name in jobs.known() if name.partition(".")[0] in CONTEXTS}
    assert offered
    assert offered <= set(app.tasks)
    repeated = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
    assert {name for name in jobs.periodic() if name in offered} <= repeated
