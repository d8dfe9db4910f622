"""Which templates of a pack its pages can come to, found without printing them."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from glob import escape
from typing import Any

from handout.model import blocks, exercises, meeting
from handout.model.pack import Pack
from handout.render.environment import PAGE, templates_of

PAGES = (PAGE, "answers.html.j2")
# Where nobody moves them, these blocks are in sections alone.
_NOT_IN_FRONT = {"summary", "keyphrases", "discussion"}
_Loops = Mapping[str, Any]


def kinds() -> dict[str, type]:
    """The class of each kind of block that a handout may have."""
    modules = (blocks, exercises, meeting)
    values = [value for module in modules for value in vars(module).values()]
    return {
        kind: value
        for value in values
        if isinstance(value, type) and isinstance(kind := vars(value).get("kind"), str)
    }


def reachable_templates(pack: Pack) -> frozenset[str]:
    """The names of the templates that printing with a pack may need.

    A template whose name is put together as the page is made may be any that fits.
    Templates that are not there, or cannot be read, lead nowhere.
    """
    found: set[str] = set()
    walk = _Walk(templates_of(pack), found)
    for page in PAGES:
        walk.template(page)
    return frozenset(found)


class _Walk:
    """Goes from template to template as Jinja2 would, every way at every fork."""

    def __init__(self, environment: Any, found: set[str]) -> None:
        self.environment = environment
        self.found = found
        # What is made of each block of the page that is walked, the nearest first.
        self.blocks: dict[str, list[Any]] = {}

    def template(self, name: str) -> None:
        """Walk a template, through those it extends."""
        from jinja2 import nodes

        if name in self.found:
            return
        before, self.blocks = self.blocks, {}
        tree = self.tree_of(name)
        while tree is not None:
            for block in tree.find_all(nodes.Block):
                self.blocks.setdefault(block.name, []).append(block)
            parent = next(tree.find_all(nodes.Extends), None)
            if parent is None:
                self.visit(tree, {})
                break
            # Of a template that extends another, only imports outside blocks count.
            for one in tree.find_all((nodes.FromImport, nodes.Import)):
                self.visit(one, {})
            above = list(_names(parent.template, {}))
            tree = self.tree_of(above[0]) if len(above) == 1 else None
        self.blocks = before

    def tree_of(self, name: str) -> Any:
        """The tree of a template, None where there is none."""
        import jinja2

        self.found.add(name)
        try:
            text = self.environment.loader.get_source(self.environment, name)[0]
            return self.environment.parse(text)
        except (jinja2.TemplateNotFound, jinja2.TemplateSyntaxError):
            self.found.discard(name)
            return None

    def visit(self, node: Any, loops: _Loops) -> None:
        """Walk a part of a template; `loops` tell what each name goes through."""
        from jinja2 import nodes

        if isinstance(node, nodes.Block) and node in self.blocks.get(node.name, []):
            self.block(node.name, loops, 0)
            return
        if isinstance(node, nodes.Include | nodes.FromImport | nodes.Import):
            for name in _names(node.template, loops):
                self.template(name)
        if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            loops = {**loops, node.target.name: node.iter}
        for child in node.iter_child_nodes():
            self.visit(child, loops)

    def block(self, name: str, loops: _Loops, at: int) -> None:
        """Walk a block as the nearest template has it, and the one behind `super()`."""
        from jinja2 import nodes

        if at >= len(self.blocks[name]):
            return
        block = self.blocks[name][at]
        for child in block.iter_child_nodes():
            self.visit(child, loops)
        calls = block.find_all(nodes.Call)
        if any(getattr(call.node, "name", "") == "super" for call in calls):
            self.block(name, loops, at + 1)


def _names(template: Any, loops: _Loops) -> Iterator[str]:
    """The templates that an expression can name."""
    from jinja2 import nodes

    if isinstance(template, nodes.Const):
        one = template.value
        yield from [one] if isinstance(one, str) else map(str, one)
    elif isinstance(template, nodes.List | nodes.Tuple):
        for item in template.items:
            yield from _names(item, loops)
    elif isinstance(template, nodes.CondExpr):
        for way in (template.expr1, template.expr2):
            yield from _names(way, loops) if way is not None else ()
    else:
        yield from _of_kinds(template, loops)


def _of_kinds(template: Any, loops: _Loops) -> Iterator[str]:
    """The templates of blocks that a name such as blocks/{kind} stands for."""
    from jinja2 import nodes

    parts = template.nodes if isinstance(template, nodes.Concat) else [template]
    # fnmatch never tries again what it has found, however many parts there are.
    pattern = "".join(
        escape(str(part.value)) if isinstance(part, nodes.Const) else "*"
        for part in parts
    )
    owners = (part.node for part in parts if isinstance(part, nodes.Getattr))
    through = [loops.get(getattr(owner, "name", "")) for owner in owners]
    in_front = any(getattr(one, "attr", "") in ("front", "closing") for one in through)
    without = _NOT_IN_FRONT | set(exercises.MADE_OF_TEXT) if in_front else set()
    for kind in kinds():
        name = f"blocks/{kind}.html.j2"
        if kind not in without and fnmatchcase(name, pattern):
            yield name
