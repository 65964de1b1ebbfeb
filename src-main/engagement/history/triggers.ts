import type { Database } from 'better-sqlite3'

/** Columns of a table but its id, read from the schema itself. */
function columnsOf(connection: Database, table: string): string[] {
  return connection.prepare<[string], string>("SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid").pluck().all(table)
}

const currentChange = '(SELECT max(id) FROM change)'

/** The row as JSON, with each value keeping its type. */
const asJson = (row: 'NEW' | 'OLD', columns: string[]) =>
  `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`

/**
 * Makes the triggers that write history with the write itself: one entry for a new or removed row, one for each field that changed.
 * They belong to the newest row of `change`, which every transaction writes first.
 */
export function writeHistoryTriggers(connection: Database, table: string): void {
  const columns = columnsOf(connection, table)
  const insertInto = 'INSERT INTO changeField (changeId, recordTable, recordId, operation, field, oldValue, newValue)'
  const fields = columns.map((column) => `SELECT '${column}' AS field, OLD."${column}" AS o, NEW."${column}" AS n`).join(' UNION ALL ')
  connection.exec(`
    DROP TRIGGER IF EXISTS "${table}HistoryInsert";
    DROP TRIGGER IF EXISTS "${table}HistoryUpdate";
    DROP TRIGGER IF EXISTS "${table}HistoryDelete";
    CREATE TRIGGER "${table}HistoryInsert" AFTER INSERT ON "${table}" BEGIN
      ${insertInto} VALUES (${currentChange}, '${table}', NEW.id, 'insert', '', NULL, ${asJson('NEW', columns)});
    END;
    CREATE TRIGGER "${table}HistoryUpdate" AFTER UPDATE ON "${table}" BEGIN
      ${insertInto} SELECT ${currentChange}, '${table}', NEW.id, 'update', field, o, n FROM (${fields}) WHERE o IS NOT n;
    END;
    CREATE TRIGGER "${table}HistoryDelete" AFTER DELETE ON "${table}" BEGIN
      ${insertInto} VALUES (${currentChange}, '${table}', OLD.id, 'delete', '', ${asJson('OLD', columns)}, NULL);
    END;`)
}
