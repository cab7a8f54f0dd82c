"""The version of infotui and nothing else; importing this imports no other module."""

__version__ = "0.1.0"
