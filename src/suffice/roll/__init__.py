"""The voter roll: layouts, import, snapshot, look-up."""
