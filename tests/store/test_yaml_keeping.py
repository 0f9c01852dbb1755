"""YAML keeping: what is changed keeps its comments, its order and its quotes."""

from __future__ import annotations

from companion.store.yaml_keeping import with_key


def test_items_in_another_order_take_their_comments_along() -> None:
    old = "aliases:\n  - Verl  # the son\n  - Anna Verl  # his aunt\n  - captain\n"
    new = "aliases:\n  - captain\n  - Anna Verl  # his aunt\n  - Verl  # the son\n"
    assert with_key(old, "aliases", ["captain", "Anna Verl", "Verl"]) == new
