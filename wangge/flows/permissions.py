"""Who may do what in 跨业务."""
