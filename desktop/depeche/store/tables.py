"""The tables of a project. Plain enough for SQLite and PostgreSQL alike; keys that travel are UUIDs.

An annotator's work hangs on a reading (article × annotator), so the work of several people on one article stands side
by side and can be merged as a union. Suggestions belong to the article; what a person said of one is a verdict of their
reading. Order is the counter `number` of the changes, never the clock.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key() -> Column[str]:
    return Column("key", Uuid(as_uuid=False), primary_key=True)


def _to(name: str, target: str, *, null: bool = False, index: bool = False) -> Column[str]:
    return Column(name, Uuid(as_uuid=False), ForeignKey(f"{target}.key"), nullable=null, index=index)


def _stretch() -> list[Column[int]]:
    return [Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)]


def _content() -> list[Column]:  # type: ignore[type-arg]  # text and JSON columns together
    return [
        Column("label", String(64), nullable=False),
        Column("kind", String(64)),
        Column("value", JSON(none_as_null=True)),
        Column("attrs", JSON, nullable=False),
    ]


def _worth() -> list[Column]:  # type: ignore[type-arg]  # text and number columns together
    """What a value is found by, made from it with each write: folded names or unit, bounds of a figure."""
    return [Column("sought", Text), Column("low", Float), Column("high", Float)]


def _several(table: str) -> Index:
    """Index the few values that are several names (elsewhere than in SQLite all: naming a dialect here loads it)."""
    return Index(f"ix_{table}_several", "sought", sqlite_where=text("instr(sought, ' | ') > 0"))


facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
    comment="What is known of the project itself: its UUID, title, scheme, current annotator, program version.",
)

annotators = Table(
    "annotators",
    metadata,
    _key(),
    Column("name", Text, nullable=False, unique=True),
)

articles = Table(
    "articles",
    metadata,
    _key(),
    Column("number", Integer, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("sought", Text, nullable=False),
    Column("text_hash", String(64), nullable=False, unique=True),
    Column("length", Integer, nullable=False),
    Column("date", String(64), index=True),
    Column("date_origin", String(16), nullable=False),
    Column("source", Text),
    Column("url", Text),
    Column("meta", JSON, nullable=False),
    Column("extra", JSON, nullable=False),
    Column("imported_from", Text, nullable=False),
    Column("imported_at", String(32), nullable=False),
    Column("suggested_by", Text),
    Column("recalled", String(64)),
    Column("unmasked", JSON(none_as_null=True)),
    Column("digest", String(64), nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("article", Uuid(as_uuid=False), ForeignKey("articles.key"), primary_key=True),
    Column("text", Text, nullable=False),
    comment="Apart from the articles, so that a list of 100,000 titles is read without a page of text.",
)

sketches = Table(
    "sketches",
    metadata,
    Column("article", Uuid(as_uuid=False), ForeignKey("articles.key"), primary_key=True),
    Column("runs", LargeBinary, nullable=False),
    Column("said", LargeBinary, nullable=False),
    Column("traits", JSON, nullable=False),
    comment="What an article is known by where articles are grouped: kept runs of words, sentences, traits of a story.",
)

sentences = Table(
    "sentences",
    metadata,
    Column("digest", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    comment="In which articles (numbers) a sentence stands; where, is found again in the text.",
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    metadata,
    _key(),
    Column("label", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(64)),
    Column("state", Text),
    Column("aliases", JSON, nullable=False),
    Column("digest", String(64), nullable=False),
    comment="The registry: who was confirmed for all articles, with the names they go by.",
)

readings = Table(
    "readings",
    metadata,
    _key(),
    _to("article", "articles"),
    _to("annotator", "annotators"),
    Column("state", String(16), nullable=False),
    Column("assisted", Boolean),
    UniqueConstraint("article", "annotator"),
    Index(None, "annotator", "state"),
    comment="assisted: whether suggestions were shown, from when the article was first opened; NULL: not known.",
)

suggestions = Table(
    "suggestions",
    metadata,
    _key(),
    _to("article", "articles", index=True),
    *_stretch(),
    *_content(),
    Column("source", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("score", Float),
    Column("reason", Text, nullable=False),
    Column("retired", Boolean, nullable=False, default=False),
    Column("digest", String(64), nullable=False),
    *_worth(),
    CheckConstraint('start >= 0 and "end" > start', name="stretch"),
    Index(None, "label", "sought", "high", "low"),
    _several("suggestions"),
)

spans = Table(
    "spans",
    metadata,
    _key(),
    _to("reading", "readings", index=True),
    *_stretch(),
    *_content(),
    _to("suggestion", "suggestions", null=True),
    Column("digest", String(64), nullable=False),
    *_worth(),
    CheckConstraint('start >= 0 and "end" > start', name="stretch"),
    Index(None, "label", "sought", "high", "low"),
    _several("spans"),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("reading", Uuid(as_uuid=False), ForeignKey("readings.key"), primary_key=True),
    Column("suggestion", Uuid(as_uuid=False), ForeignKey("suggestions.key"), primary_key=True, index=True),
    Column("outcome", String(16), nullable=False),
    Column("span", Uuid(as_uuid=False)),
    Column("moved", Boolean, nullable=False),
    Column("relabelled", Boolean, nullable=False),
    Column("revalued", Boolean, nullable=False),
)

asides = Table(
    "asides",
    metadata,
    Column("annotator", Uuid(as_uuid=False), ForeignKey("annotators.key"), primary_key=True),
    Column("finding", Text, primary_key=True),
    comment="Findings of the radar that an annotator wants so; each by its name.",
)

notes = Table(
    "notes",
    metadata,
    _key(),
    _to("article", "articles", index=True),
    _to("annotator", "annotators"),
    Column("number", Integer, nullable=False),
    *_stretch(),
    Column("words", Text, nullable=False),
    Column("label", String(64)),
    Column("mark", Uuid(as_uuid=False)),
    Column("text", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    CheckConstraint('start >= 0 and "end" > start', name="stretch"),
    comment="Borderline cases. `mark` is a span or suggestion that may be gone; `number` is their order.",
)

models = Table(
    "models",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("about", JSON, nullable=False),
    Column("adopted", Integer, unique=True),
    comment="Trained models, each a folder of that name; of the adopted ones the highest is in use.",
)

changes = Table(
    "changes",
    metadata,
    _key(),
    Column("number", Integer, nullable=False, unique=True),
    _to("annotator", "annotators"),
    Column("kind", String(8), nullable=False),
    _to("of", "changes", null=True),
    Column("standing", String(8), nullable=False),
    Column("title", Text, nullable=False),
    Column("parts", JSON, nullable=False),
    Column("machine", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Index(None, "annotator", "standing", "number"),
    comment="The journal. kind: act, undo, redo, import. standing of an act: done, undone, dropped; else: note.",
)
