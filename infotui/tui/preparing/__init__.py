"""What Prepare, Questions and Research share: their lists, their keys, and one place to write."""
