"""How large a file may be, and how deep its structure, before a reader refuses it or takes it in pieces."""

from __future__ import annotations

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. The longest novels stay below 15 MB; a text of this size still opens within 30 s and 1.5 GB."""

LARGEST_MARKDOWN = 5_000_000
"""Code points. The Markdown parser takes 0.6 µs for each; a longer text is shown as plain text."""

MOST_MARKS = 250_000
"""Lines and Markdown marks in a text. Each costs the parser up to 40 µs."""

MOST_MARKS_IN_BLOCK = 5_000
"""Markdown marks in one paragraph; a paragraph with more of them is not written by hand."""

LONGEST_BLOCK = 20_000
"""Code points. A block is laid out as a whole when it is first seen; a longer one would halt scrolling."""

DEEPEST_NESTING = 30
"""Levels of lists and quotations inside each other. The Markdown parser leaves out what is deeper."""

DEEPEST_IN_LINE = 10
"""Levels of links and pictures inside each other. The time for each "[" that leads nowhere grows with it."""

SAMPLE = 65_536
"""Bytes or code points that are looked at when the nature of a whole file is judged."""

MOST_ENTRIES = 100_000
"""Files in one zip archive. Books have some hundreds; the list alone of more would take a second."""

LARGEST_UNPACKED = LARGEST_FILE
"""Bytes that are unpacked from one archive; pictures are not unpacked to read the words of a book."""

SMALLEST_BOMB, HIGHEST_RATIO = 16 * 1024 * 1024, 200
"""A file that unpacks to more bytes than the first, and to more than so many times its size, is a bomb."""

DEEPEST_MARKUP = 180
"""Levels of elements inside each other that are told apart; what is deeper is read as mere words."""

MOST_CELLS_IN_ROW = 200
"""Columns of a table; a cell that says it spans more is taken for one."""

LONGEST_STATED = 1_000
"""Code points of a title, an author or a chapter's heading as a list of contents gives it."""

MOST_AUTHORS = 20
"""Authors that are named; a hostile file names fifty thousand."""

MOST_ATTRIBUTES = 1_000
"""Attributes of one element of HTML; the parser compares each with all others."""

LARGEST_PICTURE = 24 * 1024 * 1024
"""Bytes of one picture as it is packed in its format; a scanned page of a book has some five."""

MOST_PAGES = 20_000
"""Pages of a PDF; what is behind them is left out. The largest printed works stay below 10,000."""

MOST_SIGNS_ON_PAGE = 100_000
"""Signs on one page of a PDF; a page of the densest newspaper has 30,000. A page with more is cut short."""

MOST_SIGNS_IN_PDF = 30_000_000
"""Signs on all pages of a PDF. Each costs 3 µs and 100 bytes; the longest novels have 5 million."""

LONGEST_DAMAGE = 200
"""Damaged pages in a row, without any good one, after which a PDF is given up: it lies about their number."""

MOST_OBJECTS_ON_PAGE, MOST_PICTURES_ON_PAGE, DEEPEST_FORMS = 50_000, 500, 12
"""Things drawn on a page of a PDF, pictures among them, and levels of drawings used within each other."""

MOST_RULES_ON_PAGE = 1_000
"""Straight lines on a page; one with more of them is a drawing, and has no tables."""

MOST_LINKS_ON_PAGE, MOST_LINKS_IN_PDF = 2_000, 50_000
"""Links of a PDF; an index of names has some three hundred on a page."""

MOST_OUTLINE_ENTRIES, DEEPEST_OUTLINE = 20_000, 12
"""Bookmarks in the outline of a PDF, and levels of them inside each other."""
