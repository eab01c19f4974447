from django.apps import apps


def test_residents_is_installed_under_its_own_name() -> None:
    assert apps.get_app_config("residents").verbose_name == "人口库"
