"""Who works here: agencies, accounts, posts."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class Account(AbstractBaseUser):
    """One person's log-in."""

    retention = {"*": "account"}
    username = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    is_active = models.BooleanField(default=True)
    USERNAME_FIELD = "username"
    objects: ClassVar[BaseUserManager[Account]] = BaseUserManager()  # type: ignore[assignment]
