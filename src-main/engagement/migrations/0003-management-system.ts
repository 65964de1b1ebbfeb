/** Version 3: registers for every clause and what hangs on their entries, links, authored statements, roadmap, attachments, settings. */
export const sql = `
CREATE TABLE issuesRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'internal',
  topic TEXT, description TEXT NOT NULL DEFAULT '', effect TEXT NOT NULL DEFAULT '', relevance TEXT, response TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open', reviewDate TEXT, notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX issuesRegisterByReference ON issuesRegister(reference);

CREATE TABLE partiesRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT,
  needs TEXT NOT NULL DEFAULT '', obligation TEXT, basis TEXT NOT NULL DEFAULT '', addressed TEXT NOT NULL DEFAULT 'open',
  how TEXT NOT NULL DEFAULT '', reviewDate TEXT, notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX partiesRegisterByReference ON partiesRegister(reference);

CREATE TABLE commitmentsRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', topic TEXT,
  commitment TEXT NOT NULL DEFAULT '', shownBy TEXT NOT NULL DEFAULT '', shownOn TEXT, state TEXT NOT NULL DEFAULT 'planned',
  reviewDate TEXT, notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX commitmentsRegisterByReference ON commitmentsRegister(reference);

CREATE TABLE rolesRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT,
  holder TEXT NOT NULL DEFAULT '', deputy TEXT NOT NULL DEFAULT '', responsibilities TEXT NOT NULL DEFAULT '',
  authorities TEXT NOT NULL DEFAULT '', appointedBy TEXT NOT NULL DEFAULT '', appointedOn TEXT, state TEXT NOT NULL DEFAULT 'proposed',
  reviewDate TEXT, notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX rolesRegisterByReference ON rolesRegister(reference);

CREATE TABLE objectivesRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', description TEXT NOT NULL DEFAULT '',
  topics TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(topics)), measure TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL DEFAULT '',
  baseline REAL, current REAL, target REAL, plan TEXT NOT NULL DEFAULT '', resources TEXT NOT NULL DEFAULT '',
  evaluation TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'draft', dueDate TEXT, reviewDate TEXT, notes TEXT NOT NULL DEFAULT '',
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX objectivesRegisterByReference ON objectivesRegister(reference);

CREATE TABLE changesRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', purpose TEXT NOT NULL DEFAULT '',
  consequences TEXT NOT NULL DEFAULT '', integrity TEXT NOT NULL DEFAULT '', resources TEXT NOT NULL DEFAULT '',
  responsibilities TEXT NOT NULL DEFAULT '', approvedBy TEXT NOT NULL DEFAULT '', approvedOn TEXT, plannedOn TEXT, doneOn TEXT,
  state TEXT NOT NULL DEFAULT 'proposed', notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX changesRegisterByReference ON changesRegister(reference);

CREATE TABLE resourcesRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT,
  description TEXT NOT NULL DEFAULT '', stages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(stages)), need TEXT NOT NULL DEFAULT '',
  provenance TEXT NOT NULL DEFAULT '', quality TEXT NOT NULL DEFAULT '', preparation TEXT NOT NULL DEFAULT '',
  available TEXT NOT NULL DEFAULT 'open', provider TEXT NOT NULL DEFAULT '', reviewDate TEXT, notes TEXT NOT NULL DEFAULT '',
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX resourcesRegisterByReference ON resourcesRegister(reference);

CREATE TABLE peopleRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'employee',
  role TEXT NOT NULL DEFAULT '', department TEXT NOT NULL DEFAULT '', competences TEXT NOT NULL DEFAULT '',
  evidenceOfCompetence TEXT NOT NULL DEFAULT '', shortfall TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'active', reviewDate TEXT,
  notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX peopleRegisterByReference ON peopleRegister(reference);

CREATE TABLE coursesRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'competence', audience TEXT NOT NULL DEFAULT '', content TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '', provider TEXT NOT NULL DEFAULT '', repeatMonths REAL, state TEXT NOT NULL DEFAULT 'planned',
  reviewDate TEXT, notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX coursesRegisterByReference ON coursesRegister(reference);

CREATE TABLE communicationsRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '',
  direction TEXT NOT NULL DEFAULT 'internal', content TEXT NOT NULL DEFAULT '', audience TEXT NOT NULL DEFAULT '',
  occasion TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT '', lastOn TEXT, nextOn TEXT, state TEXT NOT NULL DEFAULT 'planned',
  notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX communicationsRegisterByReference ON communicationsRegister(reference);

CREATE TABLE informationRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT,
  mandatory TEXT NOT NULL DEFAULT 'yes', version TEXT NOT NULL DEFAULT '', location TEXT NOT NULL DEFAULT '',
  confidentiality TEXT NOT NULL DEFAULT '', approver TEXT NOT NULL DEFAULT '', approvedOn TEXT, retention TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'missing', reviewDate TEXT, notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX informationRegisterByReference ON informationRegister(reference);

CREATE TABLE operationsRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', description TEXT NOT NULL DEFAULT '',
  criteria TEXT NOT NULL DEFAULT '', control TEXT NOT NULL DEFAULT '', stage TEXT, external TEXT NOT NULL DEFAULT 'no',
  frequency TEXT NOT NULL DEFAULT '', record TEXT NOT NULL DEFAULT '', lastDoneOn TEXT, nextDueOn TEXT,
  state TEXT NOT NULL DEFAULT 'planned', notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX operationsRegisterByReference ON operationsRegister(reference);

CREATE TABLE suppliersRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT,
  supplies TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '', criticality TEXT, dueDiligence TEXT NOT NULL DEFAULT 'not-started',
  dueDiligenceOn TEXT, dueDiligenceResult TEXT NOT NULL DEFAULT '', contract TEXT NOT NULL DEFAULT '', contractUntil TEXT,
  contractClauses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(contractClauses)), performance TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'candidate', reviewDate TEXT, notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX suppliersRegisterByReference ON suppliersRegister(reference);

CREATE TABLE incidentsRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'incident',
  severity TEXT, description TEXT NOT NULL DEFAULT '', reportedBy TEXT NOT NULL DEFAULT '', occurredAt TEXT, awareAt TEXT,
  serious TEXT NOT NULL DEFAULT 'not-judged', widespread TEXT NOT NULL DEFAULT 'no', personalData TEXT NOT NULL DEFAULT 'no',
  containment TEXT NOT NULL DEFAULT '', cause TEXT NOT NULL DEFAULT '', lessons TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open', closedOn TEXT, notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX incidentsRegisterByReference ON incidentsRegister(reference);

CREATE TABLE measuresRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', description TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL DEFAULT '', better TEXT NOT NULL DEFAULT 'higher', target REAL, alertBelow REAL,
  alertAbove REAL, frequency TEXT, analysedBy TEXT NOT NULL DEFAULT '', nextOn TEXT, state TEXT NOT NULL DEFAULT 'active',
  notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX measuresRegisterByReference ON measuresRegister(reference);

CREATE TABLE auditsRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'internal',
  scope TEXT NOT NULL DEFAULT '', criteria TEXT NOT NULL DEFAULT '', method TEXT NOT NULL DEFAULT '', auditor TEXT NOT NULL DEFAULT '',
  team TEXT NOT NULL DEFAULT '', impartiality TEXT NOT NULL DEFAULT '', plannedOn TEXT, heldOn TEXT, summary TEXT NOT NULL DEFAULT '',
  conclusion TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'planned', notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX auditsRegisterByReference ON auditsRegister(reference);

CREATE TABLE reviewsRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', plannedOn TEXT, heldOn TEXT,
  chair TEXT NOT NULL DEFAULT '', attendees TEXT NOT NULL DEFAULT '', minutes TEXT NOT NULL DEFAULT '',
  conclusion TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'planned', approvedBy TEXT NOT NULL DEFAULT '', approvedOn TEXT,
  notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX reviewsRegisterByReference ON reviewsRegister(reference);

CREATE TABLE nonconformitiesRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', source TEXT, grade TEXT,
  raisedOn TEXT, description TEXT NOT NULL DEFAULT '', objectiveEvidence TEXT NOT NULL DEFAULT '', correction TEXT NOT NULL DEFAULT '',
  consequences TEXT NOT NULL DEFAULT '', why1 TEXT NOT NULL DEFAULT '', why2 TEXT NOT NULL DEFAULT '', why3 TEXT NOT NULL DEFAULT '',
  why4 TEXT NOT NULL DEFAULT '', why5 TEXT NOT NULL DEFAULT '', cause TEXT NOT NULL DEFAULT '', elsewhere TEXT NOT NULL DEFAULT '',
  correctiveAction TEXT NOT NULL DEFAULT '', dueDate TEXT, effectiveness TEXT NOT NULL DEFAULT '', effective TEXT NOT NULL DEFAULT 'open',
  verifiedBy TEXT NOT NULL DEFAULT '', verifiedOn TEXT, state TEXT NOT NULL DEFAULT 'open', closedOn TEXT, notes TEXT NOT NULL DEFAULT '',
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX nonconformitiesRegisterByReference ON nonconformitiesRegister(reference);

CREATE TABLE actionsRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', description TEXT NOT NULL DEFAULT '',
  priority TEXT, dueDate TEXT, state TEXT NOT NULL DEFAULT 'open', doneOn TEXT, result TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX actionsRegisterByReference ON actionsRegister(reference);

CREATE TABLE evidenceRegister (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'file',
  description TEXT NOT NULL DEFAULT '', location TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'to-request',
  requestedFrom TEXT NOT NULL DEFAULT '', requestedOn TEXT, dueDate TEXT, receivedOn TEXT, validUntil TEXT, notes TEXT NOT NULL DEFAULT '',
  sha256 TEXT, fileName TEXT NOT NULL DEFAULT '', mediaType TEXT NOT NULL DEFAULT '', size INTEGER, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX evidenceRegisterByReference ON evidenceRegister(reference);
CREATE INDEX evidenceRegisterBySha256 ON evidenceRegister(sha256);

CREATE TABLE recordLink (
  id TEXT PRIMARY KEY, recordId TEXT NOT NULL, recordKind TEXT NOT NULL, targetKind TEXT NOT NULL, targetId TEXT NOT NULL,
  UNIQUE (recordId, targetKind, targetId)
) STRICT;
CREATE INDEX recordLinkByTarget ON recordLink(targetId, targetKind, recordKind, recordId);
CREATE INDEX recordLinkByKind ON recordLink(recordKind);

CREATE TABLE raciActivity (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, place REAL NOT NULL DEFAULT 0, requirement TEXT, createdAt TEXT NOT NULL
) STRICT;

CREATE TABLE raciAssignment (
  id TEXT PRIMARY KEY, activityId TEXT NOT NULL REFERENCES raciActivity(id), roleId TEXT NOT NULL REFERENCES rolesRegister(id),
  letter TEXT NOT NULL CHECK (letter IN ('R','A','C','I','AR')), UNIQUE (activityId, roleId)
) STRICT;
CREATE INDEX raciAssignmentByRole ON raciAssignment(roleId);

CREATE TABLE attendance (
  id TEXT PRIMARY KEY, personId TEXT NOT NULL REFERENCES peopleRegister(id), courseId TEXT NOT NULL REFERENCES coursesRegister(id),
  dueOn TEXT, attendedOn TEXT, result TEXT NOT NULL DEFAULT '', UNIQUE (personId, courseId)
) STRICT;
CREATE INDEX attendanceByCourse ON attendance(courseId);

CREATE TABLE statement (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL UNIQUE, owner TEXT NOT NULL DEFAULT '', reviewDate TEXT, createdAt TEXT NOT NULL
) STRICT;

CREATE TABLE statementSection (
  id TEXT PRIMARY KEY, statementId TEXT NOT NULL REFERENCES statement(id), section TEXT NOT NULL, body TEXT NOT NULL DEFAULT '',
  UNIQUE (statementId, section)
) STRICT;

CREATE TABLE statementVersion (
  id TEXT PRIMARY KEY, statementId TEXT NOT NULL REFERENCES statement(id), number INTEGER NOT NULL, approvedOn TEXT NOT NULL,
  approver TEXT NOT NULL, note TEXT NOT NULL, createdAt TEXT NOT NULL, content TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (statementId, number)
) STRICT;
CREATE TRIGGER statementVersionStaysUpdate BEFORE UPDATE ON statementVersion BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
CREATE TRIGGER statementVersionStaysDelete BEFORE DELETE ON statementVersion BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;

CREATE TABLE incidentEvent (
  id TEXT PRIMARY KEY, incidentId TEXT NOT NULL REFERENCES incidentsRegister(id), at TEXT NOT NULL, what TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX incidentEventByIncident ON incidentEvent(incidentId);

CREATE TABLE incidentNotification (
  id TEXT PRIMARY KEY, incidentId TEXT NOT NULL REFERENCES incidentsRegister(id), duty TEXT NOT NULL,
  needed TEXT NOT NULL DEFAULT 'open', reason TEXT NOT NULL DEFAULT '', sentAt TEXT, recipient TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '', UNIQUE (incidentId, duty)
) STRICT;

CREATE TABLE measureReading (
  id TEXT PRIMARY KEY, measureId TEXT NOT NULL REFERENCES measuresRegister(id), day TEXT NOT NULL, value REAL NOT NULL,
  note TEXT NOT NULL DEFAULT '', createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX measureReadingByMeasure ON measureReading(measureId, day);

CREATE TABLE supplierAnswer (
  id TEXT PRIMARY KEY, supplierId TEXT NOT NULL REFERENCES suppliersRegister(id), question TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT 'open' CHECK (answer IN ('open','yes','partly','no','not-applicable')), note TEXT NOT NULL DEFAULT '',
  UNIQUE (supplierId, question)
) STRICT;

CREATE TABLE auditItem (
  id TEXT PRIMARY KEY, auditId TEXT NOT NULL REFERENCES auditsRegister(id), itemId TEXT NOT NULL, question TEXT NOT NULL DEFAULT '',
  result TEXT NOT NULL DEFAULT 'open' CHECK (result IN ('open','conforms','observation','minor','major','not-covered')),
  seen TEXT NOT NULL DEFAULT '', nonconformityId TEXT, place REAL NOT NULL DEFAULT 0, UNIQUE (auditId, itemId)
) STRICT;

CREATE TABLE reviewInput (
  id TEXT PRIMARY KEY, reviewId TEXT NOT NULL REFERENCES reviewsRegister(id), input TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  gathered TEXT CHECK (gathered IS NULL OR json_valid(gathered)), UNIQUE (reviewId, input)
) STRICT;

CREATE TABLE reviewDecision (
  id TEXT PRIMARY KEY, reviewId TEXT NOT NULL REFERENCES reviewsRegister(id),
  kind TEXT NOT NULL DEFAULT 'improvement' CHECK (kind IN ('improvement','change','resources','other')), decision TEXT NOT NULL DEFAULT '',
  actionId TEXT, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX reviewDecisionByReview ON reviewDecision(reviewId);

CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, isComplete INTEGER NOT NULL DEFAULT 0, createdAt TEXT NOT NULL
) STRICT;

CREATE TABLE attachmentChunk (
  sha256 TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (sha256, number)
) STRICT;

CREATE TABLE roadmapTask (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, phase TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'task', template TEXT,
  owner TEXT NOT NULL DEFAULT '', effortDays REAL, startOn TEXT NOT NULL, endOn TEXT NOT NULL, baselineStartOn TEXT,
  baselineEndOn TEXT, actualStartOn TEXT, actualEndOn TEXT, progress INTEGER NOT NULL DEFAULT 0, notes TEXT NOT NULL DEFAULT '', place REAL NOT NULL DEFAULT 0,
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX roadmapTaskByPhase ON roadmapTask(phase, place);

CREATE TABLE roadmapTaskItem (
  id TEXT PRIMARY KEY, taskId TEXT NOT NULL REFERENCES roadmapTask(id), itemId TEXT NOT NULL, UNIQUE (taskId, itemId)
) STRICT;
CREATE INDEX roadmapTaskItemByItem ON roadmapTaskItem(itemId);

CREATE TABLE roadmapDependency (
  id TEXT PRIMARY KEY, taskId TEXT NOT NULL REFERENCES roadmapTask(id), afterId TEXT NOT NULL REFERENCES roadmapTask(id),
  UNIQUE (taskId, afterId)
) STRICT;
CREATE INDEX roadmapDependencyByAfter ON roadmapDependency(afterId);

CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE crosswalkNote (
  id TEXT PRIMARY KEY, framework TEXT NOT NULL, item TEXT NOT NULL, state TEXT, note TEXT NOT NULL DEFAULT '', UNIQUE (framework, item)
) STRICT;
`

/** Tables whose every change is history. What attachments hold is named by its hash and never changes, so it has none. */
export const tracked = [
  'issuesRegister',
  'partiesRegister',
  'commitmentsRegister',
  'rolesRegister',
  'objectivesRegister',
  'changesRegister',
  'resourcesRegister',
  'peopleRegister',
  'coursesRegister',
  'communicationsRegister',
  'informationRegister',
  'operationsRegister',
  'suppliersRegister',
  'incidentsRegister',
  'measuresRegister',
  'auditsRegister',
  'reviewsRegister',
  'nonconformitiesRegister',
  'actionsRegister',
  'evidenceRegister',
  'recordLink',
  'raciActivity',
  'raciAssignment',
  'attendance',
  'statement',
  'statementSection',
  'statementVersion',
  'incidentEvent',
  'incidentNotification',
  'measureReading',
  'supplierAnswer',
  'auditItem',
  'reviewInput',
  'reviewDecision',
  'roadmapTask',
  'roadmapTaskItem',
  'roadmapDependency',
  'setting',
  'crosswalkNote',
] as const
