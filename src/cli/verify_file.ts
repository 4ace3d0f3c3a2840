import { openConnection } from '../store/db.js';
import { verifyCopy } from '../store/verify.js';
import { verifyDatabase } from '../tiers/verify.js';
import type { Output } from './output.js';

export interface Report {
  readonly ok: boolean;
  readonly revision: string;
  readonly checked: string;
  readonly head_hash: Uint8Array;
  readonly findings: readonly { kind: string; revision: string; message: string }[];
}

/** The daemon's own check on a file that no daemon uses. */
export function verifyFile(path: string, quick: boolean, out: Output): Report {
  if (!quick) {
    out.progress('sqlite', 0, 0);
    verifyCopy(path);
  }
  const db = openConnection(path, { readonly: true });
  try {
    const result = verifyDatabase(db, true, ({ phase, checked, total }) => {
      if (phase !== 'sqlite') out.progress(phase, checked, total);
    });
    return {
      ok: result.findings.length === 0,
      revision: String(result.revision),
      checked: String(result.entries),
      head_hash: result.head_hash,
      findings: result.findings.map((finding) => ({ ...finding, revision: String(finding.revision) })),
    };
  } finally {
    db.close();
  }
}
