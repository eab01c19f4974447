"""How each role logs in until the administrator says otherwise."""

from django.db import migrations

ROWS = (
    ("sysadmin", True, 60),
    ("auditor", True, 60),
    ("wall", False, 10_080),
    *(
        (role, False, 240)
        for role in (
            "commander",
            "dispatcher",
            "shift_leader",
            "operator",
            "reviewer",
            "callback",
            "supervisor",
            "unit_handler",
            "area_admin",
            "grid_worker",
            "knowledge_keeper",
            "analyst",
            "health_officer",
            "sampler",
            "liaison",
            "volunteer",
        )
    ),
)


def seed(apps, schema_editor):
    """Re-runnable: rows that are there stay as they are."""
    policy = apps.get_model("org", "RolePolicy")
    policy.objects.bulk_create(
        [
            policy(role=role, totp_required=totp, session_minutes=minutes, valid_from="2020-01-01")
            for role, totp, minutes in ROWS
        ],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("org", "0001_who_works_here")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
