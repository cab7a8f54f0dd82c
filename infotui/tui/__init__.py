"""The screens and what they are made of; imported only when there is a terminal to draw on."""
