-- A project of schema version 1, as Depeche 0.1.0 wrote it (sqlite3 .dump): the fixture of a test.
BEGIN TRANSACTION;
CREATE TABLE annotators (
	"key" CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_annotators PRIMARY KEY ("key"), 
	CONSTRAINT uq_annotators_name UNIQUE (name)
);
INSERT INTO "annotators" VALUES('01a1fd2d409c7458ab7afa53ac3e2425','Claire');
CREATE TABLE articles (
	"key" CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT NOT NULL, 
	sought TEXT NOT NULL, 
	text_hash VARCHAR(64) NOT NULL, 
	length INTEGER NOT NULL, 
	date VARCHAR(64), 
	date_origin VARCHAR(16) NOT NULL, 
	source TEXT, 
	url TEXT, 
	meta JSON NOT NULL, 
	extra JSON NOT NULL, 
	imported_from TEXT NOT NULL, 
	imported_at VARCHAR(32) NOT NULL, 
	suggested_by TEXT, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_articles PRIMARY KEY ("key"), 
	CONSTRAINT uq_articles_number UNIQUE (number), 
	CONSTRAINT uq_articles_name UNIQUE (name), 
	CONSTRAINT uq_articles_text_hash UNIQUE (text_hash)
);
INSERT INTO "articles" VALUES('01a1fd2d40ac7f9fa7c16c24dec57d5d',1,'traité','Tarsis signe le traité','tarsis signe le traite
traite
','b62bfe53f6c9455577b48324059650152bc4121ed818edd62b098e70544f7d9b',178,'2025-07-13','confirmed',NULL,NULL,'{}','{}','test','2026-11-21T08:16:03+00:00',NULL,'562e179345b64c7db59d7a6933d7f5437210dd8d6d050ea02bf32cb3237fa0f2');
INSERT INTO "articles" VALUES('01a1fd2d40af75bc9a034594753e1200',2,'crue','Crue à Belmare','crue a belmare
crue
','4009d6696d49a3feccc1fb47d5c1734543254f6b85393ce4aa63efdc220fa9ae',99,NULL,'unknown',NULL,NULL,'{}','{}','test','2026-11-21T08:16:03+00:00',NULL,'ce98aaba89ee6d24feaacb52ed6267e8cb698a8df289f4f8bd419434cd823066');
INSERT INTO "articles" VALUES('01a1fd2d40af75fca55a19f57e29d30a',3,'calme','Rien à signaler','rien a signaler
calme
','4d13697ae7963ebdff00a239f5476735c41909d5662101b347e55016dd9a8342',91,NULL,'unknown',NULL,NULL,'{}','{}','test','2026-11-21T08:16:03+00:00',NULL,'930ac9bd711b8cff84519551d1e80c9cdac899fa81c56d374f82751bc38e6fb7');
CREATE TABLE changes (
	"key" CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	annotator CHAR(32) NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	"of" CHAR(32), 
	standing VARCHAR(8) NOT NULL, 
	title TEXT NOT NULL, 
	parts JSON NOT NULL, 
	machine TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_changes PRIMARY KEY ("key"), 
	CONSTRAINT uq_changes_number UNIQUE (number), 
	CONSTRAINT fk_changes_annotator FOREIGN KEY(annotator) REFERENCES annotators ("key"), 
	CONSTRAINT fk_changes_of FOREIGN KEY("of") REFERENCES changes ("key")
);
INSERT INTO "changes" VALUES('01a1fd2d40bc72308f7abe7d4065674a',1,'01a1fd2d409c7458ab7afa53ac3e2425','act',NULL,'done','Accepté « Ilan Vorga »','[{"after":[{"span":{"attrs":{},"end":47,"key":"01a1fd2d-40b9-72b6-b11c-24b8e7560a62","kind":"PER","label":"ACTOR","start":37,"suggestion":"01a1fd2d-40b2-7f0b-a4de-20b3ed04a1e1","value":"Ilan Vorga"}},{"verdict":{"moved":false,"outcome":"accepted","relabelled":false,"revalued":false,"span":"01a1fd2d-40b9-72b6-b11c-24b8e7560a62","suggestion":"01a1fd2d-40b2-7f0b-a4de-20b3ed04a1e1"}},{"state":"started"}],"article":"01a1fd2d-40ac-7f9f-a7c1-6c24dec57d5d","before":[{"state":"todo"}]}]','vm','2026-11-21T08:16:03.772+00:00');
INSERT INTO "changes" VALUES('01a1fd2d40bf77c89edce81b3cdf09ad',2,'01a1fd2d409c7458ab7afa53ac3e2425','act',NULL,'done','Rejeté « 600 »','[{"after":[{"verdict":{"moved":false,"outcome":"rejected","relabelled":false,"revalued":false,"span":null,"suggestion":"01a1fd2d-40b2-706a-a33f-7ceddaa2893e"}}],"article":"01a1fd2d-40ac-7f9f-a7c1-6c24dec57d5d","before":[]}]','vm','2026-11-21T08:16:03.775+00:00');
INSERT INTO "changes" VALUES('01a1fd2d40c2734592a4fbfe23b27cb7',3,'01a1fd2d409c7458ab7afa53ac3e2425','act',NULL,'done','Date de publication : 2025-07-13','[{"after":[{"date":"2025-07-13","origin":"confirmed"}],"article":"01a1fd2d-40ac-7f9f-a7c1-6c24dec57d5d","before":[{"date":null,"origin":"unknown"}]}]','vm','2026-11-21T08:16:03.778+00:00');
INSERT INTO "changes" VALUES('01a1fd2d40c57fbdb4eba4a62e295637',4,'01a1fd2d409c7458ab7afa53ac3e2425','act',NULL,'done','Article terminé','[{"after":[{"state":"done"}],"article":"01a1fd2d-40ac-7f9f-a7c1-6c24dec57d5d","before":[{"state":"started"}]}]','vm','2026-11-21T08:16:03.781+00:00');
CREATE TABLE facts (
	name VARCHAR(64) NOT NULL, 
	value JSON NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY (name)
);
INSERT INTO "facts" VALUES('project','"01a1fd2d-409d-7f33-a4f0-407ec4ca1d63"');
INSERT INTO "facts" VALUES('title','"v1p"');
INSERT INTO "facts" VALUES('scheme','"# Le jeu d''étiquettes par défaut de Dépêche : actualité internationale en français.\n# Ce fichier se modifie avec n''importe quel éditeur de texte. Une étiquette qui a déjà servi ne peut pas disparaître :\n# si on l''efface ici, Dépêche la garde et le dit.\n#\n# label    le nom qui va dans les données (lettres, chiffres, - et _)\n# name     le nom affiché\n# key      la touche\n# colour   la couleur, #rrggbb ; Dépêche en tire une nuance lisible pour chaque thème\n# nests    true : peut contenir d''autres passages ou en chevaucher (une citation contient des acteurs)\n# value    ce que vaut un passage : name, number, date, speaker, text ou none\n\nname = \"Actualité internationale\"\nversion = 1\n\n[[label]]\nlabel = \"ACTOR\"\nname = \"Acteur\"\nkey = \"a\"\ncolour = \"#2f6fb5\"\nnests = false\nvalue = \"name\"\nkinds = [\n  { kind = \"PER\", name = \"Personne\" },\n  { kind = \"ORG\", name = \"Organisation\" },\n  { kind = \"GPE\", name = \"État ou pouvoir\" },\n  { kind = \"GRP\", name = \"Groupe\" },\n]\nguidance = \"\"\"\nQui agit, parle, décide ou subit. La valeur est le nom canonique : « M. Kim », « Kim Jong Un » → Kim Jong-un.\n\nPersonne : un nom de personne, sans titre ni fonction (« le président [Vladimir Poutine] », « M. [Kim] »).\nOrganisation : institution, entreprise, agence, force armée (« [Otan] », « [ministère russe des Affaires étrangères] », « [armée russe] »).\nÉtat ou pouvoir : un État partout où son nom figure (« visite en [Corée du Nord] ») ; une ville ou un siège seulement quand il tient lieu de pouvoir (« selon [Moscou] », « le [Kremlin] »). La valeur est alors l’État : Moscou → Russie.\nGroupe : des gens nommés par leur nation, leur institution, leur parti ou leur foi (« [soldats nord-coréens] », « les [Russes] », « [talibans] »).\n\nPas un acteur : une ville où l’on est (« réuni à Wonsan », « des vols entre Moscou et Pyongyang »), mers, régions, rues ; une fonction seule (« le ministre russe ») ; l’adjectif seul (« russe ») ; « soldats », « troupes », « les deux pays » sans nom ; « sur X », « place Kim Il Sung ».\nL’article et le titre restent dehors, sauf s’ils font partie du nom ([Le Monde], [La Haye]). Une mention, un passage : le nom et son sigle entre parenthèses en font deux.\n\"\"\"\n\n[[label]]\nlabel = \"FIGURE\"\nname = \"Chiffre\"\nkey = \"c\"\ncolour = \"#9a6a00\"\nnests = false\nvalue = \"number\"\nguidance = \"\"\"\nCombien. Le passage comprend les nombres, ce qui les borne ou les estompe (« [quelque 600] », « [plus de 3 000] », « [jusqu’à 25 000] », « [des milliers] ») et la mesure (« [5 %] », « [12 milliards d’euros] », « [300 km] », « [trois jours] »). Ce qui est compté reste dehors et va dans l’unité : « [11.000] soldats ».\n\nValeur : 11000 · 25000..30000 (de … à …) · ..25000 (au plus) · 2000.. (au moins) · ~600 (environ) · 1/3.\n\nPas un chiffre : ordinaux (« deuxième »), l’article « un », les nombres dans un nom (« G7 », « article 5 »), une date ou une heure, « les deux pays ». Les âges en sont (« [85 ans] »), « [une douzaine] » et « un [tiers] » de même. Un chiffre ne franchit jamais un guillemet.\n\"\"\"\n\n[[label]]\nlabel = \"DATE\"\nname = \"Date\"\nkey = \"d\"\ncolour = \"#2e7d4f\"\nnests = false\nvalue = \"date\"\nguidance = \"\"\"\nQuand. Expressions de calendrier, absolues ou relatives : « [dimanche 13 juillet] », « [jeudi] », « [2024] », « [fin juin] », « [été 2024] », « l’[an dernier] », « [hier] », « [nuit de samedi] », « [ces dernières années] ». L’heure va avec sa date (« [lundi à 14 h 30] ») ; seule, elle n’est pas marquée.\nUne durée ancrée est une date (« depuis [plus de trois ans] », « [il y a dix jours] ») ; une durée qui mesure est un chiffre (« une visite de [trois jours] »).\n\nValeur : EDTF, calculée sur la date de publication : 2025-07-13 · 2025-07 · 2024 · 2025-06-21/2025-06-30 · 2024-22 (été) · 198X. Sans date de publication, une date relative n’a pas de valeur : on ne devine jamais.\n\nPas une date : « récemment », « bientôt », « à l’époque », « dans les plus brefs délais », un événement (« depuis le début de l’invasion »).\n\"\"\"\n\n[[label]]\nlabel = \"QUOTE\"\nname = \"Citation\"\nkey = \"q\"\ncolour = \"#8a3ea8\"\nnests = true\nvalue = \"speaker\"\nkinds = [\n  { kind = \"direct\", name = \"Phrase entière\" },\n  { kind = \"mixed\", name = \"Fragment\" },\n]\nguidance = \"\"\"\nLes mots donnés comme ceux de quelqu’un, guillemets compris (« … », “ … ”, \" … \"), phrase entière ou fragment. Une citation sur plusieurs paragraphes est un seul passage ; les guillemets intérieurs appartiennent à la citation extérieure.\n\nValeur : le nom canonique de celui qui parle, ou plusieurs ; rien si le texte ne le dit pas. Celui qui a transmis (« selon KCNA ») est le relais. De quelqu’un qui rapporte les mots d’un autre, c’est l’autre.\n\nPas une citation : titres d’œuvres, surnoms, mots mis à distance sans que personne ne les dise ; paroles rapportées sans guillemets.\n\"\"\"\n"');
INSERT INTO "facts" VALUES('retired','[]');
INSERT INTO "facts" VALUES('annotator','"01a1fd2d-409c-7458-ab7a-fa53ac3e2425"');
INSERT INTO "facts" VALUES('made_with','"0.1.0"');
CREATE TABLE readings (
	"key" CHAR(32) NOT NULL, 
	article CHAR(32) NOT NULL, 
	annotator CHAR(32) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY ("key"), 
	CONSTRAINT uq_readings_article_annotator UNIQUE (article, annotator), 
	CONSTRAINT fk_readings_article FOREIGN KEY(article) REFERENCES articles ("key"), 
	CONSTRAINT fk_readings_annotator FOREIGN KEY(annotator) REFERENCES annotators ("key")
);
INSERT INTO "readings" VALUES('01a1fd2d40b97f86ab237577923c5b49','01a1fd2d40ac7f9fa7c16c24dec57d5d','01a1fd2d409c7458ab7afa53ac3e2425','done');
CREATE TABLE spans (
	"key" CHAR(32) NOT NULL, 
	reading CHAR(32) NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	label VARCHAR(64) NOT NULL, 
	kind VARCHAR(64), 
	value JSON, 
	attrs JSON NOT NULL, 
	suggestion CHAR(32), 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_spans PRIMARY KEY ("key"), 
	CONSTRAINT ck_spans_stretch CHECK (start >= 0 and "end" > start), 
	CONSTRAINT fk_spans_reading FOREIGN KEY(reading) REFERENCES readings ("key"), 
	CONSTRAINT fk_spans_suggestion FOREIGN KEY(suggestion) REFERENCES suggestions ("key")
);
INSERT INTO "spans" VALUES('01a1fd2d40b972b6b11c24b8e7560a62','01a1fd2d40b97f86ab237577923c5b49',37,47,'ACTOR','PER','"Ilan Vorga"','{}','01a1fd2d40b27f0ba4de20b3ed04a1e1','3bf294cea4280e48864315770b4e9e3766430ef37c1b37aab1fc10a349f019a1');
CREATE TABLE suggestions (
	"key" CHAR(32) NOT NULL, 
	article CHAR(32) NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	label VARCHAR(64) NOT NULL, 
	kind VARCHAR(64), 
	value JSON, 
	attrs JSON NOT NULL, 
	source TEXT NOT NULL, 
	version TEXT NOT NULL, 
	score FLOAT, 
	reason TEXT NOT NULL, 
	retired BOOLEAN NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_suggestions PRIMARY KEY ("key"), 
	CONSTRAINT ck_suggestions_stretch CHECK (start >= 0 and "end" > start), 
	CONSTRAINT fk_suggestions_article FOREIGN KEY(article) REFERENCES articles ("key")
);
INSERT INTO "suggestions" VALUES('01a1fd2d40b27f0ba4de20b3ed04a1e1','01a1fd2d40ac7f9fa7c16c24dec57d5d',37,47,'ACTOR','PER','"Ilan Vorga"','{}','rules','1',0.8,'',0,'642feebe1781380d1c247836847ea6bea8ef70677583f5a46387b33eda5f0dd3');
INSERT INTO "suggestions" VALUES('01a1fd2d40b2706aa33f7ceddaa2893e','01a1fd2d40ac7f9fa7c16c24dec57d5d',130,133,'FIGURE',NULL,NULL,'{}','rules','1',0.8,'',0,'8b51779d5b92b1f71d481663e9574e8c5b8ef8e1cb9fc188c6626962c9a8d3c4');
CREATE TABLE texts (
	article CHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_texts PRIMARY KEY (article), 
	CONSTRAINT fk_texts_article FOREIGN KEY(article) REFERENCES articles ("key")
);
INSERT INTO "texts" VALUES('01a1fd2d40ac7f9fa7c16c24dec57d5d','Tarsis signe le traité

Le président Ilan Vorga a promis samedi 12 juillet « une paix durable, dit-il, pour l’Ostralie ».
Quelque 600 soldats quitteront la vallée, selon l’Otan.
');
INSERT INTO "texts" VALUES('01a1fd2d40af75bc9a034594753e1200','Crue à Belmare

Au moins 25 000 personnes ont fui, dit-on à l’Élysée 🇫🇷.
Le préfet reste muet.
');
INSERT INTO "texts" VALUES('01a1fd2d40af75fca55a19f57e29d30a','Rien à signaler

La nuit a été calme 😀 à Tarsis. La Croix-Rouge a compté 3 % de blessés.
');
CREATE TABLE verdicts (
	reading CHAR(32) NOT NULL, 
	suggestion CHAR(32) NOT NULL, 
	outcome VARCHAR(16) NOT NULL, 
	span CHAR(32), 
	moved BOOLEAN NOT NULL, 
	relabelled BOOLEAN NOT NULL, 
	revalued BOOLEAN NOT NULL, 
	CONSTRAINT pk_verdicts PRIMARY KEY (reading, suggestion), 
	CONSTRAINT fk_verdicts_reading FOREIGN KEY(reading) REFERENCES readings ("key"), 
	CONSTRAINT fk_verdicts_suggestion FOREIGN KEY(suggestion) REFERENCES suggestions ("key")
);
INSERT INTO "verdicts" VALUES('01a1fd2d40b97f86ab237577923c5b49','01a1fd2d40b27f0ba4de20b3ed04a1e1','accepted','01a1fd2d40b972b6b11c24b8e7560a62',0,0,0);
INSERT INTO "verdicts" VALUES('01a1fd2d40b97f86ab237577923c5b49','01a1fd2d40b2706aa33f7ceddaa2893e','rejected',NULL,0,0,0);
CREATE INDEX ix_articles_date ON articles (date);
CREATE INDEX ix_readings_annotator_state ON readings (annotator, state);
CREATE INDEX ix_suggestions_article ON suggestions (article);
CREATE INDEX ix_changes_annotator_standing_number ON changes (annotator, standing, number);
CREATE INDEX ix_spans_reading ON spans (reading);
CREATE INDEX ix_verdicts_suggestion ON verdicts (suggestion);
COMMIT;
