"""Who may do what in 联合排查."""
