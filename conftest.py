"""The database of the tests. It must be named here: of two plugins' fixtures pytest-django's would win."""

from tests.bootstrap import django_db_setup

__all__ = ["django_db_setup"]
