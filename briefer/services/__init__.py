"""What the window and the command line ask for, done in one place each."""
