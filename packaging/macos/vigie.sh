#!/bin/sh
# The vigie command for terminals: the program inside the bundle finds its libraries by its own place.
exec /Applications/Vigie.app/Contents/MacOS/vigie "$@"
