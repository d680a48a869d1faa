"""Text without meaning: cleaning, language, sentences, words."""
