"""A page or fragment as a tree, read with the standard library's parser.

Strict where a browser forgives: every element is closed where it was opened.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source")


@dataclass
class Node:
    """An element: its tag, attributes and children; a child that is text is a str."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def __contains__(self, name: str) -> bool:
        return name in self.attributes

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """What the DOM calls textContent."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def words(self) -> str:
        """The text with runs of white space as one space."""
        return " ".join(self.text.split())

    @property
    def elements(self) -> list["Node"]:
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> Iterator["Node"]:
        """Every element below, in document order."""
        for child in self.elements:
            yield child
            yield from child.walk()

    def all(self, tag: str = "", **attributes: str) -> list["Node"]:
        """The elements below with that tag and those attributes (`_` means `-`)."""
        wanted = {
            name.rstrip("_").replace("_", "-"): v for name, v in attributes.items()
        }
        return [
            node
            for node in self.walk()
            if (not tag or node.tag == tag)
            and all(node.attributes.get(name) == v for name, v in wanted.items())
        ]

    def one(self, tag: str = "", **attributes: str) -> "Node":
        """The only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of <{tag}> {attributes}"
        return found[0]

    def by_id(self, id: str) -> "Node":
        return self.one(id=id)

    def ids(self) -> list[str]:
        return [node.id for node in self.walk() if node.id]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(html: str) -> Node:
    """The tree of a page or a fragment, below one nameless root."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder._open == [builder.root], f"<{builder._open[-1].tag}> stays open"
    return builder.root
