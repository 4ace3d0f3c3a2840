/** One lexical element of SQL that matters for finding the end of a statement. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|;|[A-Za-z_][A-Za-z0-9_$]*|\s+|[\s\S]/g;

/**
 * Splits a script into single statements, the way sqlite3_complete() does (https://sqlite.org/c3ref/complete.html): quoted
 * text and comments hide semicolons, and CREATE TRIGGER ends only at `; END ;`. Comments between statements are kept with
 * the statement that follows; an unfinished last statement is returned for SQLite to complain about.
 */
export function splitStatements(script: string): string[] {
  const statements: string[] = [];
  let text = '';
  let words: string[] = [];
  const finish = (): void => {
    if (words.length > 0) statements.push(text.trim());
    text = '';
    words = [];
  };
  for (const [token] of script.matchAll(TOKEN)) {
    text += token;
    if (token.startsWith('--') || token.startsWith('/*') || token.trim() === '') continue;
    if (token !== ';') {
      words.push(token.toUpperCase());
    } else if (!isTrigger(words) || (words.at(-1) === 'END' && words.at(-2) === ';')) {
      finish();
    } else {
      words.push(';');
    }
  }
  finish();
  return statements;
}

function isTrigger(words: readonly string[]): boolean {
  const [first, second, third] = words;
  if (first !== 'CREATE') return false;
  return second === 'TRIGGER' || ((second === 'TEMP' || second === 'TEMPORARY') && third === 'TRIGGER');
}
