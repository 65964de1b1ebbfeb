/**
 * Version 4: a judgement that a round took from an earlier one is "carried over" until somebody judges or confirms it in this round. In older
 * files it was, where the history shows no change of what makes a judgement; the fields are those of `judgingFields` in the contract then.
 */
export const sql = `
ALTER TABLE judgement ADD COLUMN origin TEXT NOT NULL DEFAULT 'round' CHECK (origin IN ('round', 'carried-over'));

UPDATE judgement SET origin = 'carried-over'
WHERE conformity <> 'not-assessed'
  AND roundId IN (SELECT id FROM gapRound WHERE basedOn IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM changeField
    WHERE recordTable = 'judgement' AND recordId = judgement.id AND operation = 'update'
      AND field IN ('conformity', 'notApplicableReason', 'maturity', 'notes', 'interviewee', 'evidenceReference', 'finding')
  );

CREATE INDEX judgementCarriedOver ON judgement(roundId) WHERE origin = 'carried-over';
`

export const tracked = ['judgement'] as const
