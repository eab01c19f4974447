"""Casework grants nothing of its own: each business asks its own permission before it calls."""
