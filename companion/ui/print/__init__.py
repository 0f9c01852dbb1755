"""The printed summary: choosing, setting, seeing and printing its pages."""
