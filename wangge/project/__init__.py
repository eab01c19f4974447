"""Settings, urls, processes: the only part that knows every context."""
