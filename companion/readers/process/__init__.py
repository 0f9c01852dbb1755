"""The reading process: a child that shuts itself in before it reads a file, and what it sends back."""
