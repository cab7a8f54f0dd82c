"""Small is possible: no file over 400 lines, no function over 40; every module opens with a sentence."""

import ast

from tests.house.source import PACKAGE, ROOT, modules, tree_of

FILE_LIMIT = 400
FUNCTION_LIMIT = 40


def test_no_file_is_too_long_to_be_read() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGE.rglob("*")
        if path.suffix in {".py", ".tcss"}
    }
    assert len(lengths) > 50
    assert {file: length for file, length in lengths.items() if length > FILE_LIMIT} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {
        f"{name}.{node.name}, line {node.lineno}": (node.end_lineno or 0) - node.lineno + 1
        for name in modules()
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert len(lengths) > 200
    assert {where: length for where, length in lengths.items() if length > FUNCTION_LIMIT} == {}


def test_a_module_says_first_what_it_knows() -> None:
    firsts = {n: (ast.get_docstring(tree_of(n)) or "").partition("\n")[0] for n in modules()}
    assert {n: s for n, s in firsts.items() if len(s.split()) < 4 or not s.endswith(".")} == {}
