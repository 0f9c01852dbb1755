"""The small parts that panels are made of: chips, quiet buttons, fields, rows and set words."""
