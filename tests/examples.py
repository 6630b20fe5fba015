"""How many examples a property is tried on, and which.

`make test` draws the same ones each time, so that one commit gets one answer. `make explore` draws new ones, N times as
many; what that finds becomes an example of its test.
"""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

TIMES = int(os.environ.get("DEPECHE_EXPLORE", "0"))


def examples(number: int, *unchecked: HealthCheck, **more: Any) -> settings:
    """Return Hypothesis' settings for that many examples; `unchecked`: health checks that needn't hold.

    Nothing in them hangs on time, as the machine may be busy, nor on earlier failures, which a fresh clone has not.
    """
    return settings(
        max_examples=number * max(TIMES, 1),
        derandomize=not TIMES,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, *unchecked],
        **more,
    )


if not TIMES:
    # Hypothesis would try words and numbers of the program's modules too, of those that the tests before have loaded:
    # a test would get other examples in another process, or alone. There is no setting for it.
    providers._get_local_constants = providers.Constants  # type: ignore[assignment]

PROFILE = "depeche"
settings.register_profile(PROFILE, examples(100))
