"""English and French at the edge: codes become sentences, numbers and dates become words, here and nowhere else."""
