"""The sample notebook: a search of eight weeks, played through the program's own desks."""

from infotui.services.sample.play import ROBIN, make_sample

__all__ = ["ROBIN", "make_sample"]
