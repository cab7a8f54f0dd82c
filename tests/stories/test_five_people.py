"""Five people in a chain of referrals, day by day: each morning the ledger equals a table worked out by hand."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final
from uuid import uuid4

from infotui.domain.clock import instant_text
from infotui.domain.loop import LoopRow
from infotui.formats.agenda import as_text
from infotui.services.agenda import agenda_of
from infotui.services.desks import Desks
from tests.builders import a_contact, a_planned_interview, clock_of, later
from tests.tui.pilots import at

# Ana, whom I know, named Bo and introduces me to him; Bo named Cy, who becomes a contact, and Dee,
# whom I let go; Eli I only wanted to stay in touch with.
#
# Each morning: kind, whom, due, working days until then (late is less than none), working days since.
# Weekends are off. From Monday the 23rd on: 24 25 26 27 | 30 1 2 3 4 | 7 8 9 are working days.
TABLE: Final[dict[str, str]] = {
    "2026-11-23": "",
    # The talk with Ana was on the evening of the 23rd: thanks and debrief the next day, a lead after
    # five working days, a promise by Friday, and one of hers without a day, which is a week.
    "2026-11-24": """
        debrief        Ana  11-24   0  1
        thank-you      Ana  11-24   0  1
        my promise     Ana  11-27   3  1
        lead           Ana  11-30   4  1
        their promise  Ana  11-30   4  1""",
    "2026-11-25": """
        my promise     Ana  11-27   2  2
        lead           Ana  11-30   3  2
        their promise  Ana  11-30   3  2""",
    # Bo is a contact, and Ana is asked on the 25th: five working days are 26 27 30 1 2.
    "2026-11-26": """
        my promise     Ana  11-27   1  3
        their promise  Ana  11-30   2  3
        introduction   Ana  12-02   4  1""",
    "2026-11-27": """
        my promise     Ana  11-27   0  4
        their promise  Ana  11-30   1  4
        introduction   Ana  12-02   3  2""",
    # On Friday I keep my word, and Ana brings us together: my move, on the next working day.
    "2026-11-28": """
        introduction   Bo   11-30   1  0
        their promise  Ana  11-30   1  4""",
    "2026-11-29": """
        introduction   Bo   11-30   1  0
        their promise  Ana  11-30   1  4""",
    "2026-11-30": """
        introduction   Bo   11-30   0  1
        their promise  Ana  11-30   0  5""",
    # I wrote to Bo: three working days are 1 2 3. What Ana promised is late.
    "2026-12-01": """
        their promise  Ana  11-30  -1  6
        outreach       Bo   12-03   2  1""",
    # He said yes, for Thursday; a place is to be settled the day before.
    "2026-12-02": """
        place          Bo   12-02   0  1
        their promise  Ana  11-30  -2  7""",
    # Ten days without a word to Eli.
    "2026-12-03": """
        their promise  Ana  11-30  -3  8
        losing touch   Eli  12-03   0  8""",
    # The talk with Bo was on the evening of the 3rd: two names, to be followed within five working days.
    "2026-12-04": """
        debrief        Bo   12-04   0  1
        thank-you      Bo   12-04   0  1
        lead           Bo   12-10   4  1
        lead           Bo   12-10   4  1
        their promise  Ana  11-30  -4  9
        losing touch   Eli  12-03  -1  9""",
    # Dee is dropped on Friday, so Bo is owed a kind word on Monday.
    "2026-12-05": """
        courtesy       Bo   12-07   1  0
        lead           Bo   12-10   4  1
        their promise  Ana  11-30  -4  9
        losing touch   Eli  12-03  -1  9""",
    # Cy is a contact, and Eli was rung on Saturday.
    "2026-12-06": """
        courtesy       Bo   12-07   1  0
        their promise  Ana  11-30  -4  9""",
    # On Sunday the search ends: the two I met are told.
    "2026-12-07": """
        courtesy       Bo   12-07   0  1
        outcome        Ana  12-09   2  1
        outcome        Bo   12-09   2  1
        their promise  Ana  11-30  -5 10""",
    "2026-12-08": """
        outcome        Bo   12-09   1  2""",
    "2026-12-09": "",
}  # fmt: skip


class Evenings:
    """What I do in these two weeks, each on the evening of its day.

    What other desks do by now, or will, is laid as plain records: it is the ledger that is tried.
    """

    def __init__(self, desks: Desks) -> None:
        self.desks = desks
        self.ana = a_contact(desks, "Ana", address="1 Elm Street")
        self.eli = a_contact(desks, "Eli", "")
        self.write("UPDATE contact SET cadence_days = 10 WHERE id = ?", self.eli)
        self.bo = self.introduction = self.talk = self.cy = 0

    def write(self, statement: str, *values: object) -> None:
        self.desks.store.reading().execute(statement, values)

    def now(self) -> str:
        return instant_text(self.desks.clock.now())

    def close(self, *kinds: str, answer: str = "", contact: str = "") -> None:
        for row in self.desks.followups.open_loops():
            if row.kind in kinds and contact in {"", row.contact}:
                self.desks.followups.done(row, answer, "a word why" if answer else "")

    def hold(self, talk: int, *lines: str) -> None:
        self.desks.live.start(talk)
        for line in lines:
            later(self.desks, minutes=1)
            self.desks.live.jot(talk, line)
        self.desks.live.end(talk)

    def on_11_23(self) -> None:
        talk = a_planned_interview(self.desks, self.ana, when="")
        self.hold(talk, "! send the report by fri", "< the list of firms", "> Bo, heat pumps")

    def on_11_24(self) -> None:
        self.close("thank-you", "debrief")

    def on_11_25(self) -> None:
        self.bo = a_contact(self.desks, "Bo", "Southwind")
        self.become("Bo", self.bo)
        self.introduction = self.desks.introductions.begin(self.ana, self.bo)
        self.desks.introductions.move(self.introduction, "asked")

    def become(self, name: str, contact: int) -> None:
        self.write("UPDATE lead SET state = 'became contact', contact_id = ?, settled_at = ?"
                   " WHERE name = ?", contact, self.now(), name)  # fmt: skip

    def on_11_27(self) -> None:
        self.close("my promise")
        self.desks.introductions.move(self.introduction, "contact made")

    def on_11_30(self) -> None:
        self.desks.outreach.log(self.bo, "e-mail")

    def on_12_01(self) -> None:
        self.close("outreach", answer="yes")
        self.talk = a_planned_interview(self.desks, self.bo, when="thu 19:00")

    def on_12_02(self) -> None:
        self.close("place", answer="office")

    def on_12_03(self) -> None:
        self.hold(self.talk, "> Cy, the grid · may mention: no", "> Dee, batteries")

    def on_12_04(self) -> None:
        self.close("thank-you", "debrief")
        self.write("UPDATE lead SET state = 'note due', why_not = 'too far', due = '2026-12-07',"
                   " settled_at = ? WHERE name = 'Dee'", self.now())  # fmt: skip

    def on_12_05(self) -> None:
        self.cy = a_contact(self.desks, "Cy", "Southwind")
        self.become("Cy", self.cy)
        self.write("INSERT INTO touch (uuid, created_at, contact_id, at, kind)"
                   " VALUES (?, ?, ?, ?, 'called')", str(uuid4()), self.now(), self.eli, self.now())  # fmt: skip

    def on_12_06(self) -> None:
        now = self.now()
        self.write("INSERT INTO outcome (uuid, created_at, kind, recorded_at)"
                   " VALUES (?, ?, 'job', ?)", str(uuid4()), now, now)  # fmt: skip
        for contact in (self.ana, self.bo):
            self.write("INSERT INTO outcome_notice (uuid, created_at, outcome_id, contact_id, due)"
                       " VALUES (?, ?, 1, ?, '2026-12-09')", str(uuid4()), now, contact)  # fmt: skip

    def on_12_07(self) -> None:
        self.write("UPDATE lead SET state = 'closed', courtesy = 'sent', settled_at = ?"
                   " WHERE name = 'Dee'", self.now())  # fmt: skip
        self.close("their promise", answer="let go")
        self.tell("Ana")

    def on_12_08(self) -> None:
        self.tell("Bo")
        self.write("UPDATE outcome SET closed_at = ?", self.now())

    def tell(self, name: str) -> None:
        self.write("UPDATE outcome_notice SET state = 'told', settled_at = ? WHERE contact_id ="
                   " (SELECT id FROM contact WHERE name = ?)", self.now(), name)  # fmt: skip

    def of(self, day: date) -> Callable[[], None]:
        return getattr(self, f"on_{day:%m_%d}", lambda: None)


def as_told(row: LoopRow) -> str:
    due = f"{row.due:%m-%d}" if row.due else "-"
    return f"{row.kind:<14} {row.contact:<4} {due}  {row.due_in:>2} {row.waited:>2}"


def told(table: str) -> list[str]:
    return [line.strip() for line in table.splitlines() if line.strip()]


def test_each_morning_the_ledger_is_the_table(desks: Desks) -> None:
    evenings = Evenings(desks)
    for day, table in TABLE.items():
        morning = date.fromisoformat(day)
        clock_of(desks).set(datetime(morning.year, morning.month, morning.day, 7, tzinfo=UTC))
        ledger = desks.followups.ledger()
        seen = [as_told(row) for row in (*ledger.mine, *ledger.theirs, *ledger.losing)]
        assert seen == told(table), day
        clock_of(desks).set(datetime(morning.year, morning.month, morning.day, 18, tzinfo=UTC))
        evenings.of(morning)()
    assert [talk.who for talk in desks.followups.finished()] == ["Bo", "Ana"]


async def test_screens_and_agenda_show_the_same_on_the_fullest_day(desks: Desks) -> None:
    day = "2026-12-04"
    evenings = Evenings(desks)
    for before in [one for one in TABLE if one < day]:
        morning = date.fromisoformat(before)
        clock_of(desks).set(datetime(morning.year, morning.month, morning.day, 18, tzinfo=UTC))
        evenings.of(morning)()
    then = date.fromisoformat(day)
    clock_of(desks).set(datetime(then.year, then.month, then.day, 7, tzinfo=UTC))
    printed = "".join(as_text(agenda_of(desks)))
    words = (
        "Thank-you mail",
        "Debrief of the talk",
        "Write to Cy",
        "Write to Dee",
        "list of firms",
    )
    async with at(desks, "followup") as hands:
        assert hands.seen("#headline") == "Follow-up 4 yours, 1 theirs, 1 losing touch"
        assert all(word in hands.seen("#loops") and word in printed for word in words)
        assert "Eli" in hands.seen("#loops")
        await hands.press("1")
        assert "6 open loops, 5 yours" in hands.seen("#headline")
        seen = " ".join(map(hands.seen, ("#mine", "#theirs", "#losing")))
        assert all(word in seen for word in words)
        await hands.press("tab", "tab")
        assert (hands.focused, hands.row("#losing").contact) == ("losing", "Eli")
        await hands.press("space", "enter")
        assert hands.rows("#losing") == []
    assert "11 d     Eli" in printed
