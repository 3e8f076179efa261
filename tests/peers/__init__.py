"""Slacks that this project did not write, to test against."""
