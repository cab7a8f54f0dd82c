"""A place as it is handed in: what may stand in each line, and what is refused beside it."""

import pytest

from infotui.domain.errors import BadInputError
from infotui.domain.place import Place, PlaceForm, check_link, check_place, is_known


@pytest.mark.parametrize(
    "link",
    [
        "https://meet.example.org/abc", "http://localhost:8080/x", "https://example.org",
        "https://müller.example/raum?x=1#y", f"https://example.org/?q={'a' * 900}", "",
    ],
)  # fmt: skip
def test_a_link_of_the_web_is_taken(link: str) -> None:
    assert check_link("place", f"  {link} ") == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "ftp://example.org", "meet.example.org", "https://", "https:///x",
        "http://exa mple.org", "file:///etc/passwd", "https://example..org", "https://[::1",
        "https://example.org:99999", "https://me@example.org", "HTTPS", "x" * 900, "https:\\\\x.org",
    ],
)  # fmt: skip
def test_what_is_no_link_is_refused_at_its_field(link: str) -> None:
    with pytest.raises(BadInputError, match="is no link") as refused:
        check_link("place", link)
    assert refused.value.field == "place"
    assert len(refused.value.sentence) < 200


def test_ten_thousand_characters_are_refused_and_counted() -> None:
    for kind in ("office", "video"):
        with pytest.raises(BadInputError, match=r"10,000 characters; 1,000 fit") as refused:
            check_place(PlaceForm(kind, "x" * 10_000))
        assert refused.value.field == "place"


def test_a_place_is_taken_as_it_was_written() -> None:
    form = PlaceForm("office", " 12 Harbour  Street ", "room 4", "25", "10", "They")
    assert check_place(form) == Place("office", "12 Harbour Street", "room 4", 25, 10, "them")


def test_nobody_travels_to_a_video_or_a_telephone() -> None:
    assert check_place(PlaceForm("telephone", "+49 30 1", travel="25", margin="x"))[3:5] == (
        None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (PlaceForm("park"), "place"),
        (PlaceForm("office", travel="far"), "travel"),
        (PlaceForm("office", margin="241"), "margin"),
        (PlaceForm("office", chosen="the boss"), "chosen"),
        (PlaceForm("video", "zoom"), "place"),
    ],
)
def test_each_line_is_refused_beside_itself(form: PlaceForm, field: str) -> None:
    with pytest.raises(BadInputError) as refused:
        check_place(form)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("kind", "place", "known"),
    [
        ("office", "Roos", True), ("office", " ", False), ("video", "she sends it", False),
        ("video", "https://example.org/x", True), ("video", "", False), ("telephone", "0", True),
    ],
)  # fmt: skip
def test_a_video_is_known_by_its_link_alone(kind: str, place: str, known: bool) -> None:
    assert is_known(kind, place) is known
