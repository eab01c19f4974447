from django.apps import apps


def test_sync_is_installed_under_its_own_name() -> None:
    assert apps.get_app_config("sync").verbose_name == "离线"
