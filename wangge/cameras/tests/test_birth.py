from django.apps import apps


def test_cameras_is_installed_under_its_own_name() -> None:
    assert apps.get_app_config("cameras").verbose_name == "视频资源"
