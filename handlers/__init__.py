"""What people say: each conversation parses, loads, asks the domain, saves and renders."""
