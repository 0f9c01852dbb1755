"""Starts the reading companion as a module: ``python -m companion [FILE]``."""

import sys

from companion.app import main

if __name__ == "__main__":
    sys.exit(main())
