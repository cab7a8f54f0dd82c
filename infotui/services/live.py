"""The desk of the live interview: its clock, its questions, its notes, its decisions (S41, S42, M6)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.clock import Clock
from infotui.domain.contact import ContactForm
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.interview import BEFORE_LIVE, InterviewRow, Marks, check_move, check_span
from infotui.domain.kept import live_line
from infotui.domain.moment import understand_clock
from infotui.domain.note import NoteRow
from infotui.domain.question import QuestionRow, QuestionState, check_question_move
from infotui.domain.text import clean
from infotui.domain.timer import Answer, Mark, Reading, Segment, is_running, open_decision, read
from infotui.services.catching import catch
from infotui.services.contacts import ContactDesk
from infotui.services.plans import PlanDesk
from infotui.storage.store import Store
from infotui.storage.views import interviews, logs, notes, questions

if TYPE_CHECKING:
    from infotui.domain.records.interview import Interview
    from infotui.storage.shelves import Shelves


_PAST_MIDNIGHT = timedelta(hours=3)  # how far ahead a hard stop after midnight may lie


class LiveSheet(NamedTuple):
    """What the live screen shows besides the time; read again only after something was done."""

    interview: InterviewRow
    marks: Marks
    log: tuple[Segment, ...]
    questions: tuple[QuestionRow, ...]
    notes: tuple[NoteRow, ...]

    @property
    def asking(self) -> QuestionRow | None:
        """The question that is being asked."""
        return next((q for q in self.questions if q.state == "asking"), None)

    @property
    def following(self) -> QuestionRow | None:
        """The question that comes next: the first planned one after the one being asked."""
        asking = self.asking
        after = asking.position if asking else 0
        planned = [q for q in self.questions if q.state == "planned"]
        later = [q for q in planned if q.position > after]
        return next(iter(later or planned), None)

    def at(self, now: datetime) -> Reading:
        """What the timer says at `now`."""
        return read(self.marks, self.log, now)


class LiveDesk:
    """The one interview that is live, and those that may become it."""

    def __init__(
        self, store: Store, clock: Clock, zone: ZoneInfo, plans: PlanDesk, contacts: ContactDesk
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._plans = plans
        self._contacts = contacts

    def now(self) -> datetime:
        """The instant, for the screen's one tick."""
        return self._clock.now()

    def interrupted(self) -> InterviewRow | None:
        """Give the interview that is still live, as after a crash."""
        return interviews.live(self._store.reading())

    def last_sign_of_life(self, interview_id: int) -> datetime:
        """Give when something was last written down in a live interview."""
        db = self._store.reading()
        moments = [entry.at for entry in logs.of(db, interview_id)]
        moments += [note.at for note in notes.of(db, interview_id)]
        row = interviews.one(db, interview_id)
        typed = self._store.unfinished_since(live_line(row.uuid)) if row else None
        moments += [typed] if typed else []
        return max(moments, default=self._clock.now())

    def sheet(self, interview_id: int) -> LiveSheet:
        """Give what the live screen shows."""
        db = self._store.reading()
        plan = self._plans.sheet(interview_id)
        return LiveSheet(
            interview=plan.interview,
            marks=self._plans.marks_of(plan),
            log=logs.of(db, interview_id),
            questions=tuple(questions.of(db, interview_id)),
            notes=tuple(notes.of(db, interview_id)),
        )

    def choose_for(self, contact_id: int) -> int:
        """Give the interview to go live with for a contact: the live one, the nearest to come, or a new one.

        Returns:
            The interview's id, now in focus.
        """
        rows = interviews.with_contact(self._store.reading(), contact_id)
        live = [row for row in rows if row.state == "live"]
        timed = [row for row in rows if row.state == "scheduled" and row.scheduled_at]
        now = self._clock.now()
        timed.sort(key=lambda row: abs((row.scheduled_at or now) - now))
        before = [row for row in rows if row.state in BEFORE_LIVE]
        for row in (*live, *timed, *before):
            self._plans.focus(row.id)
            return row.id
        return self._plans.plan_with(contact_id)

    def choose_by_name(self, name: str) -> int:
        """Give the interview to go live with for the contact a person named.

        Raises:
            NotFoundError: Nobody is called like that, or several are; the sentence says who is near.
        """
        found = self._contacts.named(name)
        if len(found) == 1:
            return self.choose_for(found[0].id)
        if not found:
            raise NotFoundError(
                f'No contact is called “{name}”. `infotui live --new "{name}"` begins with a new one.'
            )
        names = ", ".join(row.name for row in found[:5])
        raise NotFoundError(f"“{name}” could be several people: {names}. Write the whole name.")

    def choose_now(self) -> int | None:
        """Give the interview that is on now: live, else in two hours around its time, else in focus."""
        db = self._store.reading()
        live = interviews.live(db)
        if live is not None:
            return live.id
        now, span = self._clock.now(), timedelta(hours=2)
        near = [
            row for row in interviews.ahead(db)
            if row.scheduled_at and abs(row.scheduled_at - now) <= span
        ]  # fmt: skip
        if near:
            near.sort(key=lambda row: abs((row.scheduled_at or now) - now))
            return near[0].id
        focus = interviews.in_focus(db)
        return focus.id if focus and focus.state in BEFORE_LIVE else None

    def begin_with_new(self, form: ContactForm) -> int:
        """Begin an interview with somebody new: a chance conversation (S14).

        Returns:
            The interview's id; its clock does not run yet.
        """
        return self._plans.plan_with(self._contacts.add(form), at_once=True)

    def start(self, interview_id: int) -> None:
        """Start the clock, or let it go on after a pause.

        Raises:
            IllegalMoveError: It was held already, or another interview is live.
        """
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            self._start(shelves, interview)

    def _start(self, shelves: "Shelves", interview: "Interview") -> None:
        now = self._clock.now()
        if interview.state != "live":
            other = shelves.interviews.live()
            if other is not None:
                raise IllegalMoveError("Another interview is live. End it first; nothing changed.")
            check_move(interview.state, "live")
            shelves.interviews.change_state(interview, "live")
            interview.started_at = now
            self._fix_marks(interview)
            shelves.interviews.put_in_focus(interview.row_id)
            self._ask_first(shelves, interview.row_id, now)
        if not is_running(shelves.interviews.log(interview.row_id)):
            shelves.interviews.append(interview.row_id, Segment("run", now))

    def _fix_marks(self, interview: "Interview") -> None:
        """Keep the marks that hold at the start, so that later settings change no talk of before."""
        marks = self._plans.marks_of(self._plans.sheet(interview.row_id))
        interview.nudge_minutes, interview.decision_minutes, interview.last_minutes = marks.minutes

    def _ask_first(self, shelves: "Shelves", interview_id: int, now: datetime) -> None:
        planned = [q for q in shelves.questions.of(interview_id) if q.state == "planned"]
        if planned and shelves.questions.asking(interview_id) is None:
            planned[0].state, planned[0].asked_at = "asking", now

    def pause(self, interview_id: int) -> None:
        """Stop the clock for a while; does nothing when it stands."""
        now = self._clock.now()
        with self._store.writing() as shelves:
            if is_running(shelves.interviews.log(interview_id)):
                shelves.interviews.append(interview_id, Segment("pause", now))

    def jot(self, interview_id: int, text: str) -> int | None:
        """Keep a line as a note under the question being asked, with what was caught in it.

        The first line starts the clock if nothing did. Several lines become several notes.

        Returns:
            The id of the last note; None when there were no words.
        """
        lines = [line.strip() for line in clean(text).split("\n") if line.strip()]
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            shelves.forget_unfinished(live_line(interview.uuid).place)
            if not lines:
                return None
            if interview.state != "live":
                self._start(shelves, interview)
                shelves.flush()
            now = self._clock.now()
            return [self._jot_line(shelves, interview_id, line, now) for line in lines][-1]

    def _jot_line(self, shelves: "Shelves", interview_id: int, line: str, now: datetime) -> int:
        from infotui.domain.records.note import Note

        asking = shelves.questions.asking(interview_id)
        note = shelves.notes.add(
            Note(
                interview_id=interview_id,
                question_id=asking.id if asking else None,
                at=now,
                text=line,
            )
        )
        catch(shelves, note, now.astimezone(self._zone).date())
        shelves.flush()
        return note.row_id

    def rewrite(self, note_id: int, text: str, before: str | None = None) -> None:
        """Bring what was caught in a note in step with its changed text; an emptied note goes.

        Args:
            note_id: Which note.
            text: What it says now; kept as it is typed, this is called when the editing ends.
            before: What it said when the editing began; what is stored if not given.
        """
        from infotui.domain.records.note import Note

        with self._store.writing() as shelves:
            note = shelves.notes.note(note_id)
            said = note.text if before is None else before
            note.text = clean(text)
            catch(shelves, note, self._clock.now().astimezone(self._zone).date(), said)
            if not note.text.strip():
                shelves.notes.remove(Note, note_id)

    def ask(self, interview_id: int, question_id: int) -> None:
        """Make a question the one being asked; the one before becomes planned again."""
        with self._store.writing() as shelves:
            self._leave_asking(shelves, interview_id, "planned", unless=question_id)
            question = shelves.questions.question(question_id)
            check_question_move(question.state, "asking")
            question.state, question.asked_at = "asking", self._clock.now()

    def settle_and_go_on(self, interview_id: int, how: QuestionState) -> None:
        """Mark the question being asked (answered, partly, skipped) and ask the next planned one."""
        with self._store.writing() as shelves:
            after = self._leave_asking(shelves, interview_id, how)
            rows = [q for q in shelves.questions.of(interview_id) if q.state == "planned"]
            following = [q for q in rows if q.position > after] or rows
            if following:
                following[0].state, following[0].asked_at = "asking", self._clock.now()

    def _leave_asking(
        self, shelves: "Shelves", interview_id: int, how: QuestionState, unless: int | None = None
    ) -> int:
        asking = shelves.questions.asking(interview_id)
        if asking is None or asking.id == unless:
            return asking.position if asking else 0
        became = how
        if how == "planned" and shelves.questions.notes_on(asking.row_id):
            became = "partly"  # something was said to it, so it is not as if it never was asked
        check_question_move(asking.state, became)
        asking.state = became
        if became == "planned":
            asking.asked_at = None
        shelves.flush()
        return asking.position

    def show_due(self, interview_id: int) -> tuple[Mark, ...]:
        """Keep that the marks that are due now were shown, each exactly once, and give them (S41)."""
        sheet = self.sheet(interview_id)
        marks = sheet.at(self._clock.now()).due
        if self._store.read_only:
            return ()  # whoever writes this notebook shows them
        if marks:
            with self._store.writing() as shelves:
                for mark in marks:
                    shelves.interviews.append(
                        interview_id, Segment("shown", self._clock.now(), mark=mark.key)
                    )
        return marks

    def decide(
        self, interview_id: int, answer: Answer, minutes: int = 0, stop_at: str = ""
    ) -> datetime | None:
        """Keep the answer at a mark, or one given unasked (S42, M6).

        Args:
            interview_id: Which interview.
            answer: Wrap up, go on, or hard stop.
            minutes: How much longer, for "go on".
            stop_at: The time of day of a hard stop (`15:40`).

        Returns:
            The instant of a hard stop.

        Raises:
            BadInputError: The hard stop is no time, or lies before now.
        """
        now = self._clock.now()
        stop: datetime | None = None
        if answer == "hard stop":
            stop = understand_clock(stop_at, now, self._zone)
            if stop <= now and stop + timedelta(days=1) - now <= _PAST_MIDNIGHT:
                stop += timedelta(days=1)
            if stop <= now:
                raise BadInputError("when", "That time is past. A hard stop lies ahead of now.")
        if answer == "go on" and not 0 < minutes <= 120:
            raise BadInputError("when", "They go on for 1 to 120 minutes.")
        sheet = self.sheet(interview_id)
        mark = open_decision(sheet.marks, sheet.log, now)
        with self._store.writing() as shelves:
            shelves.interviews.append(
                interview_id,
                Segment("decision", now, mark.key if mark else "", answer, minutes, stop),
            )
        return stop

    def end(self, interview_id: int, at: datetime | None = None) -> None:
        """End the interview: its log is closed, thanks are owed for tomorrow (S46).

        A line that was typed and not kept yet becomes its last note.

        Args:
            interview_id: Which interview.
            at: When it ended; now if not given.

        Raises:
            BadInputError: The end lies before the start, or ahead of now.
            IllegalMoveError: It is not live.
        """
        from infotui.domain.records.note import ThankYou

        now = self._clock.now()
        ended = at or now
        if ended > now:
            raise BadInputError("end", "That end lies ahead of now. Give a time that has passed.")
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            if interview.state != "live":
                raise IllegalMoveError("This interview is not live, so there is nothing to end.")
            check_move(interview.state, "held")
            if interview.started_at is not None:
                check_span(interview.started_at, ended)
            self._keep_half_typed(shelves, interview, ended)
            shelves.interviews.append(interview_id, Segment("end", ended))
            self._leave_asking(shelves, interview_id, "planned")
            shelves.interviews.change_state(interview, "held")
            interview.ended_at = ended
            shelves.forget_unfinished(live_line(interview.uuid).place)
            if shelves.followups.thank_you(interview_id) is None:
                due = ended.astimezone(self._zone).date() + timedelta(days=1)
                card = self._contacts.has_address(interview.contact_id)
                owed = ThankYou(
                    interview_id=interview_id, due=due, medium="card" if card else "mail"
                )
                shelves.followups.add(owed)

    def end_at(self, interview_id: int, text: str) -> None:
        """End the interview at a time of day of the day it began on (`15:40`).

        Raises:
            BadInputError: It is no time, lies before the start, or ahead of now; `field` is `end`.
        """
        began = self._plans.sheet(interview_id).interview.started_at or self._clock.now()
        try:
            ended = understand_clock(text, began, self._zone)
        except BadInputError as bad:
            raise BadInputError("end", bad.sentence) from bad
        self.end(interview_id, ended)

    def _keep_half_typed(self, shelves: "Shelves", interview: "Interview", at: datetime) -> None:
        """Make notes of the line that was being typed: words are never given up with the talk."""
        taken = notes.of(self._store.reading(), interview.row_id)
        at = max([at, *(note.at for note in taken)])
        half_typed = self._store.unfinished(live_line(interview.uuid))
        for line in filter(None, map(str.strip, half_typed.split("\n"))):
            self._jot_line(shelves, interview.row_id, line, at)
