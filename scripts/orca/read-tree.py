"""Prints what a browser hands to assistive technology of the page with this title: a line an element, with tabs between role, name and
text. What is in a frame is a page of its own."""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def children(node):
    return [child for child in (node.get_child_at_index(index) for index in range(node.get_child_count())) if child]


def find(node, title):
    if node.get_role_name() in ("document web", "document frame") and node.get_name() == title:
        return node
    return next((found for found in (find(child, title) for child in children(node)) if found), None)


def read_text(node):
    if not node.get_text_iface():
        return ""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)).replace("\n", " ")


def show(node):
    below = children(node)
    role = node.get_role_name()
    # WebKit has no role for a frame.
    is_frame = role == "internal frame" or any(child.get_role_name() == "scroll pane" for child in below)
    print("frame" if is_frame else role, node.get_name(), read_text(node), sep="\t")
    for child in [] if is_frame else below:
        show(child)


for app in children(Atspi.get_desktop(0)):
    try:
        page = find(app, sys.argv[1])
        if page:
            show(page)
    except Exception:  # An application that is going, or a tree that changes while it is read.
        continue
