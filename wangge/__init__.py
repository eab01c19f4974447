"""Wangge 网格: the command platform of a Chinese district."""
