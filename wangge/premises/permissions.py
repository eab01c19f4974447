"""Who may do what in 企业工地."""
