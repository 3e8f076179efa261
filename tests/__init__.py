"""Tests of Assay, laid out as the packages are."""
