"""Where things are on this machine; it creates nothing and leaves opening files to others."""

from pathlib import Path

import platformdirs

import infotui

_APP = "infotui"


def default_notebook() -> Path:
    """The notebook that is opened when no other is named, in the user's data folder."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "notebook.db"


def config_folder() -> Path:
    """The folder of settings and of the user's own bank."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False))


def cache_folder() -> Path:
    """The folder of what can be made again, such as today's sample notebook."""
    return Path(platformdirs.user_cache_dir(_APP, appauthor=False))


def settings_file() -> Path:
    """The user's settings."""
    return config_folder() / "settings.toml"


def user_bank_file() -> Path:
    """The user's own questions, which add to the bank or replace entries by id."""
    return config_folder() / "question_bank.toml"


def shipped_bank_file() -> Path:
    """The bank that comes with the program: inside the wheel, or beside the package in a checkout."""
    package = Path(infotui.__file__).parent
    inside = package / "question_bank.toml"
    return inside if inside.is_file() else package.parent / "question_bank.toml"
