"""Cameras and devices that are not there: for the demo, the tests and the bench. No Django here."""
