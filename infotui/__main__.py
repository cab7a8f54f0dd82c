"""Lets `python -m infotui` be the same program as the `infotui` command."""

from infotui.cli.main import run

if __name__ == "__main__":
    run()
