"""Who may do what in 网格巡查."""
