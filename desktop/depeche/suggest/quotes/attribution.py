"""What is known of a quote's speaker: candidates with scores and reasons, and the sign that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from depeche.suggest.quotes.cues import Cue
from depeche.suggest.quotes.mentions import Mention

SURE = 0.3
"""A speaker up to this score is only one of those to choose from."""

_MOST = 6


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who may have said the words: `score` between 0 and 1, `reason` a short French phrase."""

    name: str
    score: float
    reason: str


@dataclass(slots=True)
class Attribution:
    """What the text shows of a quote.

    `speakers` may have said it, `together` counts those who said it with one voice, `relay` passed it on. `how` is the
    sign that shows it: `incise`, `deux-points`, `verbe`, `selon`, `relais`, "" for none; `cue` the verb, if any.
    Where it was somebody `nameless`, the others are only there to choose from.
    """

    speakers: list[Speaker] = field(default_factory=list)
    together: int = 1
    relay: str | None = None
    how: str = ""
    cue: Cue | None = None
    nameless: bool = False

    def mark(self, how: str, cue: Cue | None) -> None:
        """Note the sign that shows the speaker, unless a better one is noted already."""
        if not self.how:
            self.how, self.cue = how, cue

    def add(self, name: str, score: float, reason: str) -> None:
        """Propose one name."""
        self.speakers.append(Speaker(name, score, reason))

    def propose(self, subjects: Sequence[Mention], score: float, reason: str) -> None:
        """Propose the names of `subjects`; one among them without a name makes the others less sure."""
        named = [m for m in subjects if m.name]
        everybody = len(named) == len(subjects)
        if len(named) > 1 and everybody:
            self.together = max(self.together, len(named))
        for i, m in enumerate(named):
            why = f"{reason} ; {m.why}" if m.why else reason
            sure = score * (1 if m.sure else 0.6) * (0.8 if m.also else 1)
            if m.also:
                self.together = max(self.together, 1 + len(m.also))
                for other in m.also:
                    self.add(other, sure - 0.01, why)
            self.add(m.name or "", sure - 0.01 * i if everybody else sure * 0.7, why)

    def rank(self) -> None:
        """Put the likeliest first, each name once, six at most; a relay that is the speaker is none."""
        if self.nameless:
            self.speakers = [Speaker(s.name, min(s.score, SURE), s.reason) for s in self.speakers]
        best: dict[str, Speaker] = {}
        for speaker in self.speakers:
            if speaker.name and (speaker.name not in best or speaker.score > best[speaker.name].score):
                best[speaker.name] = speaker
        self.speakers = sorted(best.values(), key=lambda s: -s.score)[:_MOST]
        if self.speakers and self.speakers[0].name == self.relay:
            self.relay = None
