from django.apps import apps


def test_premises_is_installed_under_its_own_name() -> None:
    assert apps.get_app_config("premises").verbose_name == "企业工地"
