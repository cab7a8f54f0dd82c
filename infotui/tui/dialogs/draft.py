"""A draft being written (S22): its words, the blanks still open, and what speaks against them; sent by nobody here."""

import contextlib
from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from infotui.domain.draft import BLANKS, blank_places, how_used, join, part
from infotui.domain.draft_sheet import DraftSheet, Remarks, remarks
from infotui.domain.kept import Kept
from infotui.domain.moment import say_when
from infotui.domain.naming import Referrer
from infotui.domain.text import clean, clean_line
from infotui.services.desks import Desks
from infotui.tui.dialogs.ask_first import ANSWERS, ask_first, ask_whether_meant
from infotui.tui.dialogs.by_hand import ByHand
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.dialogs.draft_file import ask_for_draft_file
from infotui.tui.outside import edit_outside, open_link
from infotui.tui.widgets.kept_area import KeptArea
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, Word, line, wrap
from infotui.tui.widgets.subject_line import SubjectLine

_MOST_LINES: Final = 5  # below the words


class DraftDialog(Dialog[str]):
    """A draft over the screen; gives `used`, `later`, or `ask first`.

    Nothing of it is lost by leaving.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "copy", "copy", id="draft.copy",
                tooltip="Copy what the cursor is in, text or subject, to the clipboard"),
        Binding("f3", "file", "file", id="draft.file", tooltip="Write the draft to a file"),
        Binding("f4", "edit", "editor", id="draft.edit",
                tooltip="Change it in your own editor (VISUAL or EDITOR)"),
        Binding("f5", "mail", "mail", id="draft.mail",
                tooltip="Hand it to your mail program as a new message"),
        Binding("f8", "used", "done", id="draft.used",
                tooltip="It is sent, or said: keep it as used"),
        Binding("f9", "next_blank", "blank", id="draft.blank",
                tooltip="Go to the next open blank; what you type replaces it"),
        Binding("f12", "by_hand", "large", id="draft.by_hand",
                tooltip="Show the words large and alone, to copy them by hand"),
        Binding("ctrl+n", "begin_anew", "anew", id="draft.anew",
                tooltip="Write it anew from the template; ctrl+r takes that back"),
        Binding("ctrl+r", "take_back", "take back", show=False, id="draft.take_back",
                tooltip="Take back what the template or the editor changed"),
        Binding("escape", "leave", "later", id="draft.leave",
                tooltip="Leave it as it is; it is taken up again where it was"),
        Binding("tab", "app.focus_next", "next part", show=False, id="draft.next"),
        Binding("shift+tab", "app.focus_previous", "part before", show=False, id="draft.before"),
        Binding("f1", "app.show_keys", "keys", id="draft.keys", tooltip="All keys that work here"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    DraftDialog {
        align: center middle; background: $background 60%;
        #draft-box { width: 104; max-width: 100%; height: 36; max-height: 100%; }
        #draft-subject { height: auto; max-height: 2; }
        #draft-rule { height: 1; }
        #draft-body { height: 1fr; }
        #draft-to, #draft-below { height: auto; }
    }
    """

    def __init__(self, desks: Desks, draft_id: int) -> None:
        super().__init__()
        self._desks = desks
        self._draft_id = draft_id
        self.sheet: DraftSheet = desks.drafts.sheet(draft_id)
        self._remarks = Remarks()
        self._last = ""  # how it was handed on last, while this is open
        self._let_go = False  # whether it may leave though somebody was not asked
        self._meant = False  # whether it names another one of the name of who said no
        self._steps = 0  # how much can be taken back here

    def compose(self) -> ComposeResult:
        """Lay out whom it is for, its words, and what is to be said of them."""
        row, keep = self.sheet.row, self._desks.scribe.keep
        with Vertical(id="draft-box", classes="panel") as box:
            box.border_title = Content(f"{row.title} · {row.contact}")
            large = "F12 shows it large · " if self._on_paper else ""
            box.border_subtitle = Content(f"{large}saved as you type · Escape later")
            yield LineBox(id="draft-to")
            if row.has_subject:
                yield SubjectLine(keep, placeholder="subject", id="draft-subject")
            yield LineBox(_rule, id="draft-rule")
            yield KeptArea(keep, placeholder="what you want to say", id="draft-body")
            yield LineBox(id="draft-below")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the draft, and begin with its text."""
        self.query_one("#draft-to", LineBox).show(self._to)
        self._show()
        body = self.query_one("#draft-body", KeptArea)
        body.move_cursor((0, 0))
        body.focus()

    def _show(self) -> None:
        """Put in what is stored."""
        self.sheet = self._desks.drafts.sheet(self._draft_id)
        row = self.sheet.row
        for field, text in (("subject", row.subject), ("body", row.body)):
            place = Kept("draft", field, self._draft_id)
            for area in self.query(f"#draft-{field}").results(KeptArea):
                area.put(place, self._desks.scribe.latest(place, text))
        self._remark()

    @property
    def subject(self) -> str:
        """The subject as it stands."""
        found = self.query("#draft-subject").results(KeptArea)
        return clean_line(next((area.text for area in found), ""))

    @property
    def body(self) -> str:
        """The text as it stands."""
        return self.query_one("#draft-body", KeptArea).text

    # ── what is said of it ───────────────────────────────────────────────────────────────────────

    @on(TextArea.Changed)
    def _remark(self) -> None:
        self._remarks = remarks(self.sheet, self.subject, self.body)
        self.query_one("#draft-below", LineBox).show(self._below)

    def _to(self, width: int) -> Sequence[Line]:
        row = self.sheet.row
        way = self.sheet.way
        told: Word = (way, "") if way else (f"no {self.sheet.way_name} known", "warn")
        begun = f"begun {say_when(row.made_at, self._desks.zone)}" if width >= 60 else ""
        return (line(("to ", "muted"), row.contact, ("  ", ""), told, right=((begun, "muted"),)),)

    def _below(self, width: int) -> Sequence[Line]:
        lines = [
            line(("! " if first else "  ", style), (text, style))
            for sentence, style in self._sentences()
            for first, text in _wrapped(sentence, width - 2)
        ]
        blanks = self._remarks.blanks
        told: tuple[Word | str, ...] = (("No blank is open.", "muted"),)
        if blanks:
            meaning = BLANKS.get(blanks[0], "") if len(blanks) == 1 else ""
            listed = " ".join(f"{{{name}}}" for name in blanks)
            told = (("Blanks still open: ", "warn"), listed, (f"  {meaning}", "muted"))
        aside = (("F9 goes there", "muted"),) if blanks else ()
        return (*lines[:_MOST_LINES], line(*told, right=aside))

    def _sentences(self) -> list[tuple[str, str]]:
        first = self.sheet.held_for
        too_early = tuple(n for n in self._remarks.too_early if first is None or n != first.name)
        found = self._remarks._replace(too_early=too_early)
        said = [(sentence, "bad") for sentence in found.sentences()]
        if first is not None:
            named = ", and the text names them" if found != self._remarks else ""
            words = f"Ask {first.name} first whether you may say who named them to you{named}."
            said.insert(0, (words, "warn"))
        return said

    def action_next_blank(self) -> None:
        """Select the next open blank, from the cursor on and round again."""
        for area, start in self._from_cursor():
            for begin, end in blank_places(area.text):
                if begin >= start:
                    area.focus()
                    area.selection = Selection(_at(area.text, begin), _at(area.text, end))
                    return
        self.app.notify("No blank is open.", markup=False)

    def _from_cursor(self) -> list[tuple[KeptArea, int]]:
        """Give the texts from the one with the cursor on, each with where to look from; round again."""
        areas = list(self.query(KeptArea))
        here = next((n for n, area in enumerate(areas) if area.has_focus), 0)
        row, column = areas[here].selection.end
        lines = areas[here].text.split("\n")[:row]
        start = sum(len(text) + 1 for text in lines) + column
        others = [(area, 0) for area in (*areas[here + 1 :], *areas[:here], areas[here])]
        return [(areas[here], start), *others]

    # ── changing it as a whole ───────────────────────────────────────────────────────────────────

    def action_begin_anew(self) -> None:
        """Write it again from the template."""
        self._desks.drafts.begin_anew(self._draft_id)
        self._steps += 1
        self._show()
        self._tell_trouble()
        self.app.notify("Begun anew from the template; ctrl+r takes that back.", markup=False)

    def _tell_trouble(self) -> None:
        for sentence in self._desks.drafts.trouble:
            self.app.notify(sentence, severity="warning", timeout=12, markup=False)

    def action_edit(self) -> None:
        """Change it in the person's own editor."""
        self._desks.scribe.settle()
        row = self.sheet.row
        subject = self.subject if row.has_subject else None
        edited = edit_outside(self.app, join(subject, self.body))
        if edited.text is not None:
            words = part(clean(edited.text), subject)
            self._desks.drafts.rewrite(self._draft_id, *words, "what the editor changed")
            self._steps += 1
            self._show()
        if edited.sentence:
            self.app.notify(edited.sentence, severity="warning", timeout=12, markup=False)

    def action_take_back(self) -> None:
        """Take back what was changed here as a whole."""
        if not self._steps:
            self.app.notify("There is nothing to take back here.", markup=False)
            return
        self._steps -= 1
        what = self._desks.undo.take_back()
        self._show()
        self.app.notify(f"Taken back: {what}.", markup=False)

    # ── handing it on ────────────────────────────────────────────────────────────────────────────

    def _when_free(self, then: Callable[[], object]) -> None:
        """Do something with the draft, once it is clear what becomes of whoever was not asked (M4)."""
        first = self.sheet.held_for
        if self._remarks.named and not self._meant:
            self._ask_whether_meant(lambda: self._when_free(then))
            return
        if first is None or self._let_go:
            then()
            return

        def back(answer: str | None) -> None:
            if answer == "ask":
                self.answer("ask first")
            elif answer == "go on":
                self._let_go = True
                then()
            elif answer in ANSWERS:
                self._keep_consent(first, answer)

        self.ask(ask_first(first, named=first.name in self._remarks.too_early), back)

    def _keep_consent(self, first: Referrer, answer: str) -> None:
        """Keep what they said of being named; then the draft can be written anew with it, or goes on."""
        told = self._desks.leads.answered(first, self.sheet.subject_id, answer)
        self._show()
        self.app.notify(f"{told}. ctrl+n writes the draft anew with it.", markup=False)

    def _ask_whether_meant(self, then: Callable[[], object]) -> None:
        """Hold what names somebody who said no, unless it is another one of that name (M4)."""

        def back(answer: str | None) -> None:
            if answer == "go on":
                self._meant = True
                then()

        self.ask(ask_whether_meant(self._remarks.named), back)

    def action_copy(self) -> None:
        """Copy the text, or the subject when the cursor is in it."""
        self._when_free(self._copy)

    def _copy(self) -> None:
        in_subject = self.focused is not None and self.focused.id == "draft-subject"
        self.app.copy_to_clipboard(self.subject if in_subject else self.body)
        self._last = "copied"
        what = "subject" if in_subject else "text"
        self.app.notify(
            f"The {what} is copied, if your terminal lets programs do that. "
            f"F3 writes it to {self._desks.drafts.file_for(self._draft_id)}.{self._still_open()}",
            markup=False,
        )

    def _still_open(self) -> str:
        blanks = self._remarks.blanks
        return f" Still open: {', '.join(f'{{{name}}}' for name in blanks)}." if blanks else ""

    def action_file(self) -> None:
        """Write it to a file."""

        def written() -> None:
            self._last = "file"

        self._when_free(lambda: ask_for_draft_file(self, self._desks, self._draft_id, written))

    def action_mail(self) -> None:
        """Hand it to the mail program."""
        if self.sheet.row.has_subject:
            self._when_free(self._mail)
        else:
            self.app.notify(
                "This is no e-mail. F2 copies it, F3 writes it to a file.", markup=False
            )

    def _mail(self) -> None:
        link = self._desks.drafts.mail_link(self._draft_id)
        if not open_link(link.url, self._mail_told):
            self.app.notify(
                "There is no program here that opens a mail link. F2 copies the text.",
                severity="warning", markup=False,
            )  # fmt: skip
            return
        self._last = "mail"
        said = "Handed to your mail program."
        if not link.whole:
            self.app.copy_to_clipboard(self.body)
            said = (
                "Address and subject are handed to your mail program. The text is too long for a "
                "link, which mail programs may cut: it is copied, paste it there."
            )
        self.app.notify(f"{said} F8 when it is sent.{self._still_open()}", markup=False)

    def _mail_told(self, opened: bool) -> None:
        """Say later that nothing opened; called from a thread of its own."""
        if not opened:
            with contextlib.suppress(RuntimeError):  # the program ended in the meantime
                self.app.call_from_thread(self._none_opened)

    def _none_opened(self) -> None:
        self._last = "" if self._last == "mail" else self._last
        self.app.notify(
            "No mail program opened. F2 copies the text, F3 writes it to a file.",
            severity="warning", markup=False,
        )  # fmt: skip

    def action_by_hand(self) -> None:
        """Show the words large, to be copied by hand."""

        def back(answer: str | None) -> None:
            if answer == "sent":
                self.action_used()

        row = self.sheet.row
        title = f"{row.title} · {row.contact}"
        self._when_free(lambda: self.ask(ByHand(title, self.body, self.sheet.address), back))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the large hand where something is written on paper."""
        return action != "by_hand" or self._on_paper

    @property
    def _on_paper(self) -> bool:
        return self.sheet.way_name == "postal address"

    def action_used(self) -> None:
        """Keep that it is sent or said."""
        if not self._answered:
            self._when_free(self._use)

    def _use(self) -> None:
        how = how_used(self.sheet.row.kind, self._last)
        self._desks.drafts.mark_used(self._draft_id, how)
        self.answer("used")

    def on_kept_area_left(self) -> None:
        """Leave it for later."""
        self.action_leave()

    def on_subject_line_finished(self) -> None:
        """Go on with the text."""
        self.query_one("#draft-body").focus()

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.answer("later")


def _rule(width: int) -> Sequence[Line]:
    return (line(("─" * width, "faint")),)


def _wrapped(sentence: str, width: int) -> list[tuple[bool, str]]:
    return [(place == 0, text) for place, text in enumerate(wrap(sentence, max(8, width)))]


def _at(text: str, index: int) -> tuple[int, int]:
    """Give the row and the column of a place in a text."""
    before = text[:index]
    return before.count("\n"), index - (before.rfind("\n") + 1)
