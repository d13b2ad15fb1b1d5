"""A setting that the environment decides is unknown."""

