"""Speeds and endurance: what `make bench` and `make soak` measure and write into docs/performance.md."""
