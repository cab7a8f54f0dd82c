"""Values in, messages out; widgets know no service, no screen and no app."""
