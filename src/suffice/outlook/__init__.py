"""The campaign's forecast: where it stands, whether it will suffice, what is missing."""
