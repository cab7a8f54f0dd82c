"""What one does after a talk, from any screen: thank, keep one's word, follow leads, stay in touch, tell."""
