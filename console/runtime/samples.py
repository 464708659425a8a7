"""Made-up comments in any number, for the benches: no words of anybody, the same ones each time."""

from __future__ import annotations

import random

from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost


def comments(count: int, seed: int = 7) -> list[IncomingComment]:
    """Made-up comments of about 150 characters, with threads, posts and 20,000 authors."""
    draw = random.Random(seed)
    words = [
        f"{a}{b}" for a in ("ka", "lo", "mi", "ré", "vo", "shi", "pel", "dor", "an", "el") for b in range(300)
    ]
    pool = draw.choices(words, cum_weights=[i + 1 for i in range(len(words))], k=60_000)
    made = []
    for index in range(count):
        start = draw.randrange(len(pool) - 40)
        author = draw.randrange(20_000)
        made.append(
            IncomingComment(
                remote_id=f"r{index:09d}",
                text=" ".join(pool[start : start + 16 + draw.randrange(12)]),
                author=IncomingAuthor(f"a{author}", f"user{author}", f"User {author}"),
                posted_at=1_760_000_000 + index * 3,
                post=IncomingPost(f"p{index // 500}", "A post"),
                parent_remote_id=f"r{index - 3:09d}" if index % 4 == 0 and index > 3 else None,
            )
        )
    return made
