import assert from 'node:assert/strict';

/** For assert.throws: the refusal has this reason and, where given, this field and these facts. */
export function refused(reason: string, field?: string, metadata?: Record<string, string>) {
  return (error: unknown): true => {
    const { details, reason: actual } = error as { reason: string; details: Record<string, unknown> };
    assert.equal(actual, reason, String(error));
    if (field !== undefined) assert.equal(details.field, field);
    if (metadata !== undefined) assert.deepEqual(details.metadata, metadata);
    return true;
  };
}
