from django.apps import apps


def test_campaigns_is_installed_under_its_own_name() -> None:
    assert apps.get_app_config("campaigns").verbose_name == "联合排查"
