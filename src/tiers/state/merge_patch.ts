/** JSON Merge Patch (RFC 7386). */
import { type DocObject, type DocValue, isDocObject } from '../../codec/value.js';
import { setMember } from './values.js';

/**
 * The target with the patch merged into it: objects merge, null removes a member, anything else replaces. Decimals,
 * timestamps and binary values are scalars. Neither argument is changed; the result may share parts with both.
 */
export function applyMergePatch(target: DocValue, patch: DocValue): DocValue {
  if (!isDocObject(patch)) return patch;
  const result: DocObject = isDocObject(target) ? { ...target } : {};
  for (const key of Object.keys(patch)) {
    const change = patch[key] as DocValue;
    if (change === null) delete result[key];
    else setMember(result, key, applyMergePatch(memberOf(result, key), change));
  }
  return result;
}

function memberOf(object: DocObject, key: string): DocValue {
  return Object.hasOwn(object, key) ? (object[key] as DocValue) : null;
}
