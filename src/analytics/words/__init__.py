"""Interface sentences in Chinese and English, rendered at the edge."""
