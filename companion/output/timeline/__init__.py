"""Where time goes on a page: the axis of a drawn timeline, its ticks, and the lanes of its events."""
