"""Lines against the voter roll: ranked candidates, each with its evidence."""
