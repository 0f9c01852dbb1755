"""One run of the program: opening files, jobs in the background, settings, language, trouble."""
