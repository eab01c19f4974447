"""Benchmarks and fault drills: ``python -m bench.<name>`` prints a table and one JSON line, last."""
