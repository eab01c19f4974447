"""Who may do what in 视频资源."""
