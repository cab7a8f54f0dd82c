"""What a person can do with a notebook: one use case, one method, one transaction."""
