"""Engine thread, bus, clock, scheduler and engine lease."""
