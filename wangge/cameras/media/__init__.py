"""Moving pictures as bytes: NAL units, RTP, program streams, fragmented MP4. No network, no Django."""
