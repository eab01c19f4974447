"""GB/T 28181: we are the superior platform of devices and lower platforms. No Django here."""
