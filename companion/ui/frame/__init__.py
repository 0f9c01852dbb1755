"""The frame of the window: docks, title bar, notices, menus, regions and layout."""
