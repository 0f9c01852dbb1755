"""Timeline: the dated sentences of a text become events, each with a title made of its own words."""
