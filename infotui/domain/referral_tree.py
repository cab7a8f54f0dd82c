"""Who led to whom, as rows of a tree: no circles, every step once, what each branch yielded (M4, S50)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Literal, NamedTuple

from infotui.domain.text import count_of, fold

What = Literal["contact", "lead", "organization"]
How = Literal["lead", "introduction", "through"]

_FIRST: Final[dict[str, int]] = {"lead": 0, "introduction": 1, "through": 2}


class Yield(NamedTuple):
    """What came of somebody, in numbers."""

    talks: int = 0
    findings: int = 0
    leads: int = 0
    openings: int = 0

    def plus(self, other: "Yield") -> "Yield":
        """Give both together."""
        return Yield(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def words(self) -> str:
        """Say each number that is not nothing."""
        names = ("talk", "finding", "lead", "opening")
        said = [count_of(n, name) for n, name in zip(self, names, strict=True) if n]
        return ", ".join(said)


class Node(NamedTuple):
    """Somebody, or something, in the tree; `key` is its own within all kinds."""

    key: str
    what: What
    id: int
    name: str
    organization: str = ""
    field: str = ""
    stage: str = ""
    archived: bool = False
    own: Yield = Yield()


class Step(NamedTuple):
    """One way in which somebody led to somebody: a lead, an introduction, or as it was noted down."""

    giver: str
    to: str
    how: How
    state: str = ""
    consent: str = ""
    at: str = ""  # since when, as it is stored, so that it can be put in order


class TreeRow(NamedTuple):
    """One row: a node, the steps that lead to it from the row above it, and where it stands.

    `mark` is `circle` where the one is further up in the same branch, `again` where their branch is
    shown elsewhere; below such a row there is nothing.
    """

    node: Node
    steps: tuple[Step, ...]
    depth: int
    parent: int  # the row it hangs on; -1 for a root
    last: bool  # the last that hangs there
    mark: Literal["", "circle", "again"] = ""
    below: int = 0  # rows below it, as deep as they go
    whole: Yield = Yield()  # of it and of all below it

    @property
    def state(self) -> str:
        """Say in a word how this branch stands."""
        node = self.node
        if node.what != "contact":
            return self.steps[0].state if self.steps else ""
        made = next((step.state for step in self.steps if step.how == "introduction"), "")
        if node.own.talks or not made or node.stage not in {"stranger", "introduced"}:
            return node.stage
        return made

    @property
    def consent(self) -> str:
        """Whether I may mention whoever led here: the strictest of what was said; empty if nothing was."""
        said = {step.consent for step in self.steps}
        return next((word for word in ("no", "not asked", "yes") if word in said), "")


def tree(nodes: Iterable[Node], steps: Iterable[Step]) -> list[TreeRow]:
    """Give the rows of the tree from the top down.

    Roots are those to whom nobody led; of those who lead to each other in a circle the first by name
    is one. Whoever was led to by two stands below both, with what is below them once. Those to whom
    nobody led, who led to nobody and were never met are left out.

    Args:
        nodes: Everybody who may be in it; one step of somebody unknown, or to oneself, is none.
        steps: Who led to whom; of the same two there may be several, which become one row.
    """
    known = {node.key: node for node in nodes}
    below = _below(known, steps)
    led_to = {to for children in below.values() for to, _ in children}
    roots = [key for key in known if key not in led_to and (key in below or known[key].own.talks)]
    rows: list[TreeRow] = []
    shown: set[str] = set()
    for key in sorted(roots, key=lambda key: _order(known[key])):
        _grow(rows, shown, known, below, key)
    # What is left leads in circles: nobody of them is without a giver.
    for key in sorted(below.keys() - shown, key=lambda key: _order(known[key])):
        if key not in shown:
            _grow(rows, shown, known, below, key)
    return _summed(_with_last(rows))


def joined(nodes: Sequence[Node], steps: Sequence[Step]) -> tuple[list[Node], list[Step]]:
    """Let a lead that was never linked be the contact of that name whom its giver led to.

    One of the same name alone is somebody else until somebody says so.
    """
    named = {node.key: node for node in nodes}
    # Of most people no lead is left over, and names are slow to compare.
    left = {s.giver for s in steps if s.to in named and named[s.to].what == "lead"}
    through = {
        (step.giver, fold(named[step.to].name)): step.to
        for step in steps
        if step.giver in left and step.to in named and named[step.to].what == "contact"
    }
    same: dict[str, str] = {}
    for step in steps:
        lead = named.get(step.to)
        if lead is not None and lead.what == "lead":
            to = through.get((step.giver, fold(lead.name)))
            if to is not None:
                same[lead.key] = to
    return (
        [node for node in nodes if node.key not in same],
        [step._replace(to=same.get(step.to, step.to)) for step in steps],
    )


_Below = dict[str, list[tuple[str, tuple[Step, ...]]]]


def _below(known: dict[str, Node], steps: Iterable[Step]) -> _Below:
    """Give, for each giver, to whom they led and how, in the order in which they did."""
    pairs: defaultdict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps:
        if step.giver in known and step.to in known and step.giver != step.to:
            pairs[step.giver, step.to].append(step)
    below: _Below = {}
    for (giver, to), ways in pairs.items():
        ways.sort(key=lambda step: (_FIRST[step.how], step.at, step.state))
        below.setdefault(giver, []).append((to, tuple(ways)))
    for children in below.values():
        children.sort(key=lambda child: (min(s.at for s in child[1]), _order(known[child[0]])))
    return below


def _order(node: Node) -> tuple[str, str, int]:
    return fold(node.name), node.what, node.id


def _grow(
    rows: list[TreeRow], shown: set[str], known: dict[str, Node], below: _Below, root: str
) -> None:
    """Add a root and all below it; by a stack of its own, because a chain may be long."""
    todo: list[tuple[str, tuple[Step, ...], int, int]] = [(root, (), 0, -1)]
    path: list[str] = []  # from the root to the row above
    on_path: set[str] = set()
    while todo:
        key, steps, depth, parent = todo.pop()
        while len(path) > depth:
            on_path.discard(path.pop())
        if key in shown:
            mark: Literal["circle", "again"] = "circle" if key in on_path else "again"
            rows.append(TreeRow(known[key], steps, depth, parent, False, mark))
            continue
        shown.add(key)
        path.append(key)
        on_path.add(key)
        here = len(rows)
        rows.append(TreeRow(known[key], steps, depth, parent, False))
        todo += [(to, ways, depth + 1, here) for to, ways in reversed(below.get(key, ()))]


def _with_last(rows: list[TreeRow]) -> list[TreeRow]:
    """Say of each row whether it is the last that hangs where it hangs."""
    after = {row.parent: place for place, row in enumerate(rows)}
    roots = max((place for place, row in enumerate(rows) if row.parent < 0), default=-1)
    after[-1] = roots
    return [row._replace(last=after[row.parent] == place) for place, row in enumerate(rows)]


def _summed(rows: list[TreeRow]) -> list[TreeRow]:
    """Add up what each branch yielded; whoever is shown again counts where they are first."""
    below = [0] * len(rows)
    whole = [Yield() if row.mark else row.node.own for row in rows]
    for place in range(len(rows) - 1, -1, -1):
        parent = rows[place].parent
        if parent >= 0:
            below[parent] += below[place] + 1
            whole[parent] = whole[parent].plus(whole[place])
    return [row._replace(below=below[place], whole=whole[place]) for place, row in enumerate(rows)]


def in_sight(rows: Sequence[TreeRow], folded: Collection[str], needle: str = "") -> list[int]:
    """Give the places of the rows that are shown.

    Args:
        rows: The whole tree.
        folded: Keys of the nodes whose branches are folded.
        needle: Words of a name, an organization or a field; those found are shown with everybody
            above them, folded or not.
    """
    if fold(needle):
        return _with_above(rows, matching(rows, needle))
    shown: list[int] = []
    place = 0
    while place < len(rows):
        shown.append(place)
        row = rows[place]
        hidden = row.below if not row.mark and row.node.key in folded else 0
        place += hidden + 1
    return shown


def matching(rows: Sequence[TreeRow], needle: str) -> list[int]:
    """Give the places of the rows that a filter finds; none for an empty one."""
    words = fold(needle).split()
    found: list[int] = []
    for place, row in enumerate(rows if words else ()):
        text = fold(f"{row.node.name} {row.node.organization} {row.node.field}")
        if all(word in text for word in words):
            found.append(place)
    return found


def _with_above(rows: Sequence[TreeRow], places: Iterable[int]) -> list[int]:
    kept: set[int] = set()
    for place in places:
        above = place
        while above >= 0 and above not in kept:
            kept.add(above)
            above = rows[above].parent
    return sorted(kept)


def branches(rows: Sequence[TreeRow], place: int, most: int) -> str:
    """Draw the lines before a row's name: `│  ├─ `, of the nearest levels where there are too many.

    Args:
        rows: The whole tree.
        place: Which row.
        most: How many levels are drawn; what is left out above is shown as `…`.
    """
    row = rows[place]
    if row.parent < 0:
        return ""
    parts = ["└─ " if row.last else "├─ "]
    above = rows[row.parent]
    while above.parent >= 0 and len(parts) < most:
        parts.append("   " if above.last else "│  ")
        above = rows[above.parent]
    if above.parent >= 0:
        parts[-1] = "… "
    return "".join(reversed(parts))
