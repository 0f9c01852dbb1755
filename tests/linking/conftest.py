"""Failures inside the helper that reads marked texts show both texts."""

import pytest

pytest.register_assert_rewrite("marked_text")
