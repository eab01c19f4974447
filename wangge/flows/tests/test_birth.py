from django.apps import apps


def test_flows_is_installed_under_its_own_name() -> None:
    assert apps.get_app_config("flows").verbose_name == "跨业务"
