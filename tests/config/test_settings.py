"""The settings: what holds when nothing is set, and what is left out, with file and line."""

from pathlib import Path

import pytest

from infotui.config import paths
from infotui.config.settings import Settings, load_settings


def load(folder: Path, content: str | bytes) -> tuple[Settings, tuple[str, ...]]:
    path = folder / "settings.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_settings(path)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == (Settings(), ())
    assert Settings().marks.minutes == (20, 30, 60)
    assert Settings().bell is True
    assert list(tmp_path.iterdir()) == [], "loading makes nothing"


def test_by_default_the_file_in_the_config_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path)
    (tmp_path / "settings.toml").write_text('name = "Ana"\n', encoding="utf-8")
    assert load_settings()[0].name == "Ana"


def test_everything_can_be_set(tmp_path: Path) -> None:
    settings, trouble = load(
        tmp_path,
        """
        name = "  Ana\\tRuiz "
        field = "fuel cells"
        region = "Leeds"
        nudge = 15
        decision = 25
        last = 45
        bell = false
        theme = "nord"
        time_zone = "Europe/Berlin"
        country = "US-CA"
        follow_up_days = 4
        last_try_days = 9
        introduction_days = 6
        margin = 20
        resume = "~/resume.pdf"
        email = "ana@example.org"
        phone = "0123"
        address = "Lake Road 1"
        about = "a teacher of physics"
        [keys]
        "questions.must" = "m"
        """,
    )
    assert trouble == ()
    assert settings == Settings(
        "Ana Ruiz", "fuel cells", "Leeds", 15, 25, 45, False, "nord", "Europe/Berlin", "US-CA",
        4, 9, 6, 20, "~/resume.pdf", "ana@example.org", "0123", "Lake Road 1",
        "a teacher of physics", {"questions.must": "m"},
    )  # fmt: skip
    assert settings.marks.minutes == (15, 25, 45)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("colour = 'red'", "no setting “colour”"),
        ("Name = 'Ana'", "no setting “Name”"),
        ("name = 3", "“name” must be a text"),
        ("name = ['Ana']", "“name” must be a text"),
        ("time_zone = true", "“time_zone” must be a text"),
        ("nudge = '20'", "“nudge” must be a whole number"),
        ("nudge = 20.0", "“nudge” must be a whole number"),
        ("nudge = true", "“nudge” must be a whole number"),
        ("bell = 1", "“bell” must be true or false"),
        ("bell = 'no'", "“bell” must be true or false"),
        ("keys = 'm'", "“keys” must be a table"),
        ("keys = {must = 5}", "under [keys] must be a text"),
        ("theme = 1979-05-27", "“theme” must be a text"),
        ("nudge = 4", "between 5 and 120 minutes"),
        ("last = 121", "between 5 and 120 minutes"),
        ("decision = -30", "between 5 and 120 minutes"),
        ("follow_up_days = 0", "between 1 and 60 working days"),
        ("margin = 241", "between 0 and 240 minutes"),
        ("country = 'Germany'", "two capital letters"),
        ("nudge = 31", "go in order"),
        ("decision = 10", "go in order"),
    ],
)
def test_one_wrong_line_is_left_out_by_its_number(tmp_path: Path, line: str, reason: str) -> None:
    settings, trouble = load(tmp_path, f"# mine\n\nregion = 'Leeds'\n{line}\nfield = 'tests'\n")
    (sentence,) = trouble
    assert sentence.startswith(f"{tmp_path / 'settings.toml'}, line 4: ")
    assert reason in sentence
    assert settings == Settings(region="Leeds", field="tests"), "all else that was set holds"


def test_each_wrong_line_has_a_sentence_of_its_own(tmp_path: Path) -> None:
    settings, trouble = load(tmp_path, "name = 1\nbell = 'x'\nnudge = 2\nregion = 'Leeds'\n")
    assert [f"line {n}:" in t for n, t in enumerate(trouble, 1)] == [True, True, True]
    assert settings == Settings(region="Leeds")


def test_marks_out_of_order_are_all_left_out(tmp_path: Path) -> None:
    settings, trouble = load(tmp_path, "nudge = 50\ndecision = 40\nlast = 45\nname = 'Ana'\n")
    assert settings == Settings(name="Ana")
    assert "50, 40, 45" in trouble[0]


def test_a_name_in_the_file_is_no_escape_sequence(tmp_path: Path) -> None:
    settings, trouble = load(tmp_path, 'name = "\\u001b]0;x\\u0007Ana"\n"\\u001b[2J" = 1\n')
    assert "\x1b" not in settings.name
    assert "\x1b" not in "".join(trouble)


@pytest.mark.parametrize(
    "content",
    ["name = \n", b"\xff\xfe", "a = " + "[" * 50_000, "name = 'Ana\n", b"\x00", "[[[["],
)
def test_a_broken_file_never_stops_the_program(tmp_path: Path, content: str | bytes) -> None:
    settings, trouble = load(tmp_path, content)
    assert settings == Settings()
    assert len(trouble) == 1
    assert trouble[0].startswith("The settings were left out: ")
    assert str(tmp_path / "settings.toml") in trouble[0]


def test_a_folder_in_its_place_never_stops_the_program(tmp_path: Path) -> None:
    settings, trouble = load_settings(tmp_path)
    assert settings == Settings()
    assert "cannot be read" in trouble[0]


def test_the_mark_that_is_wrong_is_named(tmp_path: Path) -> None:
    _, trouble = load(tmp_path, "nudge = 20\ndecision = 300\n")
    assert "line 2:" in trouble[0]


def test_a_mark_beyond_all_bounds_never_stops_the_program(tmp_path: Path) -> None:
    assert load(tmp_path, "nudge = 0x" + "f" * 5_000)[0] == Settings()


@pytest.mark.parametrize(
    "content", ["name = 'Ana'\n\n[keys]\nmust = 5\n", "name = 'Ana'\n\n[marks]\nnudge = 20\n"]
)
def test_a_wrong_table_is_named_by_its_line(tmp_path: Path, content: str) -> None:
    _, trouble = load(tmp_path, content)
    assert "line 3:" in trouble[0] or "line 4:" in trouble[0]


def test_a_time_zone_that_does_not_exist_is_told(tmp_path: Path) -> None:
    _, trouble = load(tmp_path, "time_zone = 'Mars/Phobos'\n")
    assert "line 1:" in " ".join(trouble)
