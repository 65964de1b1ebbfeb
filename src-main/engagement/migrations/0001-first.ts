/** Version 1: engagement, lineage, history, gap assessment, AI systems, Statement of Applicability. */
export const sql = `
CREATE TABLE engagement (
  id TEXT PRIMARY KEY, client TEXT NOT NULL, title TEXT NOT NULL, scope TEXT NOT NULL, consultant TEXT NOT NULL,
  approver TEXT NOT NULL, classification TEXT NOT NULL, certificationTarget TEXT, contentVersion TEXT NOT NULL, createdAt TEXT NOT NULL
) STRICT;

CREATE TABLE lineage (
  fileId TEXT PRIMARY KEY, origin TEXT NOT NULL CHECK (origin IN ('new','sample','duplicate','package')),
  parentFileId TEXT, parentChange TEXT, at TEXT NOT NULL
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('edit','undo','redo','note')), subject INTEGER REFERENCES change(id), permanent INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX changeBySubject ON change(subject, id) WHERE subject IS NOT NULL;

CREATE TABLE changeField (
  id INTEGER PRIMARY KEY, changeId INTEGER NOT NULL REFERENCES change(id), recordTable TEXT NOT NULL, recordId TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert','update','delete')), field TEXT NOT NULL, oldValue ANY, newValue ANY
) STRICT;
CREATE INDEX changeFieldByChange ON changeField(changeId);
CREATE INDEX changeFieldByRecord ON changeField(recordId, field);

CREATE TRIGGER changeStaysUpdate BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER changeStaysDelete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER changeFieldStaysUpdate BEFORE UPDATE ON changeField BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER changeFieldStaysDelete BEFORE DELETE ON changeField BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TABLE gapRound (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('baseline','follow-up','pre-certification')),
  startedOn TEXT NOT NULL, closedOn TEXT, basedOn TEXT, createdAt TEXT NOT NULL
) STRICT;

CREATE TABLE judgement (
  id TEXT PRIMARY KEY, roundId TEXT NOT NULL REFERENCES gapRound(id), itemId TEXT NOT NULL,
  conformity TEXT NOT NULL DEFAULT 'not-assessed' CHECK (conformity IN ('not-assessed','conforms','partly','does-not-conform','not-applicable')),
  notApplicableReason TEXT NOT NULL DEFAULT '', maturity INTEGER CHECK (maturity BETWEEN 0 AND 5), notes TEXT NOT NULL DEFAULT '',
  interviewee TEXT NOT NULL DEFAULT '', evidenceReference TEXT NOT NULL DEFAULT '', finding TEXT NOT NULL DEFAULT '',
  action TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '', effortDays REAL, priority TEXT, dueDate TEXT,
  UNIQUE (roundId, itemId)
) STRICT;

CREATE TABLE aiSystem (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, reference TEXT NOT NULL DEFAULT '', purpose TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '',
  supplier TEXT NOT NULL DEFAULT '', role TEXT, lifeCycleStage TEXT, department TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '',
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX aiSystemByName ON aiSystem(name COLLATE NOCASE);

CREATE TABLE customControl (
  id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, title TEXT NOT NULL, description TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE soaDecision (
  id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE,
  applicability TEXT NOT NULL DEFAULT 'undecided' CHECK (applicability IN ('undecided','applicable','excluded')),
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)), reasonText TEXT NOT NULL DEFAULT '',
  exclusionJustification TEXT NOT NULL DEFAULT '', exclusionApprovedBy TEXT NOT NULL DEFAULT '', exclusionValidUntil TEXT,
  status TEXT NOT NULL DEFAULT 'not-started' CHECK (status IN ('not-started','planned','partly','implemented','verified')),
  statusReason TEXT NOT NULL DEFAULT '', implementation TEXT NOT NULL DEFAULT '', responsible TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '', evidenceDate TEXT,
  evidenceState TEXT NOT NULL DEFAULT 'unknown' CHECK (evidenceState IN ('unknown','current','stale')), reviewDate TEXT
) STRICT;

CREATE TABLE soaDecisionSystem (
  id TEXT PRIMARY KEY, decisionId TEXT NOT NULL REFERENCES soaDecision(id), systemId TEXT NOT NULL REFERENCES aiSystem(id),
  UNIQUE (decisionId, systemId)
) STRICT;
CREATE INDEX soaDecisionSystemBySystem ON soaDecisionSystem(systemId);

CREATE TABLE soaVersion (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, approvedOn TEXT NOT NULL, approver TEXT NOT NULL, note TEXT NOT NULL,
  createdAt TEXT NOT NULL, content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TRIGGER soaVersionStaysUpdate BEFORE UPDATE ON soaVersion BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
CREATE TRIGGER soaVersionStaysDelete BEFORE DELETE ON soaVersion BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;

CREATE TABLE documentExport (
  id TEXT PRIMARY KEY, report TEXT NOT NULL, format TEXT NOT NULL, fileName TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX documentExportByReport ON documentExport(report, at);
`

/** Tables whose every change is history. */
export const tracked = [
  'engagement',
  'gapRound',
  'judgement',
  'aiSystem',
  'customControl',
  'soaDecision',
  'soaDecisionSystem',
  'soaVersion',
  'documentExport',
] as const
