"""What a jurisdiction requires: dated profiles, grounds, the number of signatures."""
