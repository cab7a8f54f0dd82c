"""The sides of the live screen, each a class that adds to the one before; the screen itself is `screens.live`."""

# showing → asking → deciding → noting
