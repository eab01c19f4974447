"""Who may do what in 离线."""
