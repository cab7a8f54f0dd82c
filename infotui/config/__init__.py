"""Where infotui's files are and what the person set; nothing is created or read on import."""
