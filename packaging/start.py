"""What the packaged program runs: the ``vigie`` command, with the environment and the streams that its starter changed put right."""

from __future__ import annotations

from console.frozen import own_environment, own_streams
from console.replaced import hold
from ui.entry import main

hold()
own_environment()
own_streams()
raise SystemExit(main())
