"""A desktop reading companion: a text with its glossary, people and timeline, all linked."""

SEARCH_COMMAND = "--found"
"""With this before a text's name on its command line the program searches that text for a window."""

READ_COMMAND = "--reading-process"
"""With this alone on its command line a frozen build of the program is a process that reads a file."""

RECEIVE_COMMAND = "--receiving-process"
"""The same for a process that reads a file of another program."""

__version__ = "0.1.0"
