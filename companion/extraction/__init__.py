"""How entries are found in a document: sentences, names, people, glossary, timeline."""
