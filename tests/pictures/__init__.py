"""What is drawn with other tools: the README's pictures, and the page's emoji."""
