"""What is true: programmes, facts, standing, outlook and notices, as frozen values and pure functions."""
