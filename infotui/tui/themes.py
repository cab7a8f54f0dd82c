"""The two themes of infotui's own; every colour of every screen is one of their names."""

from textual.theme import Theme

DARK = Theme(
    name="infotui-dark",
    primary="#82aaff",
    secondary="#c3a6ff",
    accent="#e0af68",
    foreground="#d5d9e6",
    background="#14161f",
    surface="#1b1e2a",
    panel="#242838",
    success="#9ece6a",
    warning="#e0af68",
    error="#f7768e",
    dark=True,
    variables={
        "border": "#343a50",
        "border-blurred": "#343a50",
        "input-cursor-text-style": "reverse",
        "footer-key-foreground": "#e0af68",
    },
)

LIGHT = Theme(
    name="infotui-light",
    primary="#2f5fc4",
    secondary="#7847bd",
    accent="#94600a",
    foreground="#23283a",
    background="#f7f7f4",
    surface="#eeeeea",
    panel="#e2e3e0",
    success="#3f7a17",
    warning="#94600a",
    error="#c02741",
    dark=False,
    variables={"border": "#c4c6c9", "border-blurred": "#c4c6c9"},
)
