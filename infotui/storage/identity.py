"""What marks a file as a notebook of ours, and the newest schema this program knows; it opens nothing."""

from typing import Final

APPLICATION_ID: Final = 0x696E_6674  # "inft"
NEWEST: Final = 5  # the number of steps in `migrations`
