"""Starts the reading companion from a checkout: ``python main.py [FILE]``."""

import sys

from companion.app import main

if __name__ == "__main__":
    sys.exit(main())
