"""Who may do what in 人口库."""
