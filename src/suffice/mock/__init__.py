"""Mock petitions with known truth: for training staff, for logic-and-accuracy tests, for benchmarks."""
