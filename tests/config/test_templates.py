"""Templates from files: the user's own goes first, a broken one is told with its line and replaced (S55)."""

import os
from pathlib import Path

import pytest

from infotui.config import templates
from infotui.config.templates import load_templates, own_folder, shipped_folder
from infotui.domain.draft import KINDS
from infotui.domain.errors import SettingsError


@pytest.fixture
def own() -> Path:
    folder = own_folder()
    folder.mkdir(parents=True)
    return folder


def test_without_any_of_ones_own_there_is_a_shipped_one_for_each_kind() -> None:
    found = load_templates()
    assert set(found.of) == set(KINDS)
    assert found.trouble == ()


def test_ones_own_goes_first(own: Path) -> None:
    (own / "confirmation.txt").write_text("Subject: Mine\n\nSee you, {name}.\n", "utf-8-sig")
    found = load_templates()
    assert found.trouble == ()
    assert found.of["confirmation"].subjects[0].text == "Mine"
    assert found.of["reschedule"].subjects[0].text != "Mine"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"Subject: x\n\nDear {nme}", "confirmation.txt, line 3: there is no blank {nme} here; {name} is perhaps meant."),
        (b"Subject: x\n\n{name", "confirmation.txt, line 3: a brace is not closed, or closes nothing."),
        (b"Subject: x\n\nCaf\xe9", "confirmation.txt, line 3: this is not UTF-8 text."),
        (b"Hello", "confirmation.txt, line 1: an e-mail begins with a line like"),
        (b"", "confirmation.txt, line 1: there is no text in it."),
        (b"x" * 70_000, "confirmation.txt, line 1: it is larger than 64 KB."),
    ],
)  # fmt: skip
def test_a_broken_one_is_told_and_the_shipped_one_taken(own: Path, raw: bytes, said: str) -> None:
    shipped = load_templates().of["confirmation"]
    (own / "confirmation.txt").write_bytes(raw)
    found = load_templates()
    [sentence] = found.trouble
    assert said in sentence
    assert str(own) in sentence
    assert sentence.endswith("The template that comes with infotui was taken.")
    assert found.of["confirmation"] == shipped


def test_what_is_no_file_stops_nothing(own: Path) -> None:
    (own / "confirmation.txt").mkdir()
    (own / "reschedule.txt").symlink_to("nowhere")
    os.mkfifo(own / "follow-up.txt")
    found = load_templates()
    assert len(found.trouble) == 3
    assert all("is no file." in sentence for sentence in found.trouble)
    assert set(found.of) == set(KINDS)


def test_a_name_that_is_no_kind_is_told_and_what_editors_leave_is_not(own: Path) -> None:
    for name in (
        "request.txt",
        "README.txt",
        ".hidden",
        "follow-up.txt~",
        "#x#",
        "confirmation.txt.swp",
    ):
        (own / name).write_text("x")
    [sentence] = load_templates().trouble
    assert f"{own / 'request.txt'} is no template" in sentence
    assert "request-email.txt" in sentence


def test_a_folder_that_is_a_file_is_as_none() -> None:
    own_folder().parent.mkdir(parents=True)
    own_folder().write_text("x")
    assert load_templates().trouble == ()


def test_an_installation_without_its_templates_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(templates, "shipped_folder", lambda: tmp_path)
    with pytest.raises(SettingsError, match=r"request-email.txt is no file"):
        load_templates()
    assert shipped_folder().is_dir()


def test_a_folder_that_may_not_be_looked_into_is_told_and_stops_nothing(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "request-email.txt").write_text("Subject: Mine\n\nHello\n")

    def forbidden(path: object, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    for name in ("stat", "iterdir"):
        was = getattr(Path, name)
        monkeypatch.setattr(
            Path, name,
            lambda self, *a, was=was, **k: was(self, *a, **k) if own not in (self, *self.parents)
            or (self == own and was.__name__ == "stat") else forbidden(self),
        )  # fmt: skip
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    found = load_templates(own)
    assert set(found.of) == set(KINDS)
    assert found.trouble == (f"{own} cannot be read (Permission denied).",)
