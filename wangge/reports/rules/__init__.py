"""Pure decisions about figures: numbers, invariants, anonymous names, the monthly unit score."""
