"""The media gateway: a process of its own that relays cameras to browsers. No Django here."""
