"""What reviewing past talks asks and shows: chains of dialogs."""
