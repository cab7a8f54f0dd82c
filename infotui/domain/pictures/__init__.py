"""What the pictures of a notebook show, and their figures as tables; how they are drawn is not known here."""
