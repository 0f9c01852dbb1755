"""What the window looks like: themes, type, style sheet, preferences."""
