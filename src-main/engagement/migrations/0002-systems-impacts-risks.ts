/** Version 2: the full inventory, saved views, EU AI Act classification, impact assessments, risk register. */
export const sql = `
ALTER TABLE aiSystem ADD COLUMN intendedUse TEXT NOT NULL DEFAULT '';
ALTER TABLE aiSystem ADD COLUMN kind TEXT;
ALTER TABLE aiSystem ADD COLUMN autonomy TEXT;
ALTER TABLE aiSystem ADD COLUMN humanOversight TEXT NOT NULL DEFAULT '';
ALTER TABLE aiSystem ADD COLUMN dataCategories TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(dataCategories));
ALTER TABLE aiSystem ADD COLUMN affectedPeople TEXT NOT NULL DEFAULT '';
ALTER TABLE aiSystem ADD COLUMN reach TEXT;
ALTER TABLE aiSystem ADD COLUMN models TEXT NOT NULL DEFAULT '';
ALTER TABLE aiSystem ADD COLUMN links TEXT NOT NULL DEFAULT '';

ALTER TABLE soaVersion ADD COLUMN scope TEXT;

CREATE TABLE savedView (
  id TEXT PRIMARY KEY, screen TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL CHECK (json_valid(content)), UNIQUE (screen, name)
) STRICT;

CREATE TABLE importPreset (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE classification (
  id TEXT PRIMARY KEY, systemId TEXT NOT NULL UNIQUE REFERENCES aiSystem(id), riskClass TEXT NOT NULL DEFAULT 'unclassified',
  duties TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(duties)), classifiedBy TEXT NOT NULL DEFAULT '', classifiedOn TEXT, reviewDate TEXT,
  notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE classificationAnswer (
  id TEXT PRIMARY KEY, systemId TEXT NOT NULL REFERENCES aiSystem(id), question TEXT NOT NULL,
  value TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(value)), reason TEXT NOT NULL DEFAULT '', UNIQUE (systemId, question)
) STRICT;

CREATE TABLE impactAssessment (
  id TEXT PRIMARY KEY, systemId TEXT NOT NULL REFERENCES aiSystem(id), title TEXT NOT NULL, assessors TEXT NOT NULL DEFAULT '',
  triageAnswers TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(triageAnswers)),
  triage TEXT NOT NULL DEFAULT 'open' CHECK (triage IN ('open','full','not-needed')), triageReason TEXT NOT NULL DEFAULT '',
  scope TEXT NOT NULL DEFAULT '', intendedUse TEXT NOT NULL DEFAULT '', misuse TEXT NOT NULL DEFAULT '', data TEXT NOT NULL DEFAULT '',
  models TEXT NOT NULL DEFAULT '', environment TEXT NOT NULL DEFAULT '', parties TEXT NOT NULL DEFAULT '',
  processes TEXT NOT NULL DEFAULT '', period TEXT NOT NULL DEFAULT '', affectedGroups TEXT NOT NULL DEFAULT '',
  oversight TEXT NOT NULL DEFAULT '', complaints TEXT NOT NULL DEFAULT '', notification TEXT NOT NULL DEFAULT '',
  conclusion TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL DEFAULT 'open' CHECK (decision IN ('open','proceed','proceed-with-measures','do-not-proceed')),
  decisionReason TEXT NOT NULL DEFAULT '', reviewDate TEXT,
  triggers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(triggers)), triggerNote TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX impactAssessmentBySystem ON impactAssessment(systemId);

CREATE TABLE impact (
  id TEXT PRIMARY KEY, assessmentId TEXT NOT NULL REFERENCES impactAssessment(id),
  kind TEXT NOT NULL CHECK (kind IN ('benefit','harm')), dimension TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('individuals','groups','society')), who TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '', severity INTEGER, reach INTEGER, reversibility INTEGER, likelihood INTEGER,
  residualSeverity INTEGER, residualLikelihood INTEGER, residualNote TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX impactByAssessment ON impact(assessmentId);

CREATE TABLE impactFailureMode (
  id TEXT PRIMARY KEY, assessmentId TEXT NOT NULL REFERENCES impactAssessment(id), description TEXT NOT NULL DEFAULT '',
  cause TEXT NOT NULL DEFAULT '', effect TEXT NOT NULL DEFAULT '', detection TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX impactFailureModeByAssessment ON impactFailureMode(assessmentId);

CREATE TABLE impactMeasure (
  id TEXT PRIMARY KEY, assessmentId TEXT NOT NULL REFERENCES impactAssessment(id), impactId TEXT REFERENCES impact(id),
  description TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '', dueDate TEXT,
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned','under-way','done')), controlCode TEXT, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX impactMeasureByAssessment ON impactMeasure(assessmentId);
CREATE INDEX impactMeasureByImpact ON impactMeasure(impactId) WHERE impactId IS NOT NULL;
CREATE INDEX impactMeasureByControl ON impactMeasure(controlCode) WHERE controlCode IS NOT NULL;

CREATE TABLE impactVersion (
  id TEXT PRIMARY KEY, assessmentId TEXT NOT NULL REFERENCES impactAssessment(id), number INTEGER NOT NULL, approvedOn TEXT NOT NULL,
  approver TEXT NOT NULL, note TEXT NOT NULL, createdAt TEXT NOT NULL, content TEXT NOT NULL CHECK (json_valid(content)),
  derived TEXT NOT NULL CHECK (json_valid(derived)), UNIQUE (assessmentId, number)
) STRICT;
CREATE TRIGGER impactVersionStaysUpdate BEFORE UPDATE ON impactVersion BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
CREATE TRIGGER impactVersionStaysDelete BEFORE DELETE ON impactVersion BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;

CREATE TABLE riskCriteria (
  id TEXT PRIMARY KEY, likelihood TEXT NOT NULL CHECK (json_valid(likelihood)), consequence TEXT NOT NULL CHECK (json_valid(consequence)),
  acceptance TEXT NOT NULL CHECK (json_valid(acceptance)), note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE risk (
  id TEXT PRIMARY KEY, reference TEXT NOT NULL, title TEXT NOT NULL, sources TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sources)),
  objectives TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(objectives)), cause TEXT NOT NULL DEFAULT '', event TEXT NOT NULL DEFAULT '',
  consequence TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '',
  inherentLikelihood INTEGER, inherentConsequence INTEGER, currentLikelihood INTEGER, currentConsequence INTEGER,
  targetLikelihood INTEGER, targetConsequence INTEGER,
  treatment TEXT CHECK (treatment IN ('avoid','modify','share','retain')), treatmentPlan TEXT NOT NULL DEFAULT '',
  treatmentOwner TEXT NOT NULL DEFAULT '', treatmentDue TEXT,
  treatmentStatus TEXT NOT NULL DEFAULT 'not-started' CHECK (treatmentStatus IN ('not-started','under-way','done')),
  acceptedBy TEXT NOT NULL DEFAULT '', acceptedOn TEXT, acceptanceReason TEXT NOT NULL DEFAULT '', reviewDate TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open','closed')), notes TEXT NOT NULL DEFAULT '',
  origin TEXT CHECK (origin IN ('library','impact','finding')), originId TEXT, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX riskByReference ON risk(reference);
CREATE INDEX riskByOrigin ON risk(origin, originId) WHERE origin IS NOT NULL;

CREATE TABLE riskSystem (
  id TEXT PRIMARY KEY, riskId TEXT NOT NULL REFERENCES risk(id), systemId TEXT NOT NULL REFERENCES aiSystem(id), UNIQUE (riskId, systemId)
) STRICT;
CREATE INDEX riskSystemBySystem ON riskSystem(systemId);

CREATE TABLE riskControl (
  id TEXT PRIMARY KEY, riskId TEXT NOT NULL REFERENCES risk(id), code TEXT NOT NULL, UNIQUE (riskId, code)
) STRICT;
CREATE INDEX riskControlByCode ON riskControl(code);
`

/** Tables whose every change is history; aiSystem and soaVersion are there again for their new columns. */
export const tracked = [
  'aiSystem',
  'soaVersion',
  'savedView',
  'importPreset',
  'classification',
  'classificationAnswer',
  'impactAssessment',
  'impact',
  'impactFailureMode',
  'impactMeasure',
  'impactVersion',
  'riskCriteria',
  'risk',
  'riskSystem',
  'riskControl',
] as const
