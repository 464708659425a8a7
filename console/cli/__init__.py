"""The command line: a second composition root over the same rooms, without Qt."""
