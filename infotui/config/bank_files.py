"""Loads the shipped bank and the user's own; a broken one becomes a sentence, never a stop (S44)."""

from pathlib import Path

from infotui.config import paths
from infotui.config.toml_file import line_of_table, read_toml
from infotui.domain.bank import Bank, BankEntryError, read_bank
from infotui.domain.errors import SettingsError


def load_bank(shipped: Path | None = None, own: Path | None = None) -> Bank:
    """Load the bank with the user's entries joined in.

    Args:
        shipped: The bank that comes with the program; by default the installed one.
        own: The user's bank; by default the one in the config folder; it need not exist.

    Returns:
        What could be read; `trouble` holds a sentence, with file and line, for each file that could not.
    """
    bank = _load(shipped or paths.shipped_bank_file())
    if not bank.questions and not bank.trouble:
        bank = Bank(trouble=("The bank that comes with infotui is missing. Install infotui anew.",))
    return bank.joined_by(_load(own or paths.user_bank_file()))


def _load(path: Path) -> Bank:
    try:
        document, text = read_toml(path)
        if not document and not text:
            return Bank()
        return read_bank(document)
    except BankEntryError as bad:
        line = line_of_table(text, bad.table, bad.index)
        sentence = f"{path}, line {line}: {bad.reason}."
    except SettingsError as bad:
        sentence = bad.sentence
    return Bank(trouble=(f"A question bank was left out: {sentence}",))
