from django.apps import apps


def test_patrol_is_installed_under_its_own_name() -> None:
    assert apps.get_app_config("patrol").verbose_name == "网格巡查"
