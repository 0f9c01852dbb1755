"""What a text and its companion are: document, entries, dates, links. No Qt, no files, no clock."""
