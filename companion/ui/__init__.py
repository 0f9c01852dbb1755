"""How it is shown: Reading (the mediator), window, reading view, panels, timeline."""
