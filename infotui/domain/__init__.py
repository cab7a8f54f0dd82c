"""What an informational interview is: rules and values, no storage, no screen, no clock of its own."""
