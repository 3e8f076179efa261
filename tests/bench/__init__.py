"""Measurements, side by side with a floor or a peer in the same run: `make bench`. Never part of the tests."""
