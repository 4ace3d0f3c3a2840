/** Our service definitions against those of @grpc/proto-loader, which are the same but for descriptors that nobody asks for. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSync, type MethodDefinition } from '@grpc/proto-loader';
import fc from 'fast-check';
import { packageRoot } from '../../src/paths.js';
import { protoRoot, protoServices, serviceDefinition } from '../../src/rpc/proto.js';
import { encode, messageOf } from '../support/arbitraryMessage.js';

type Codec = MethodDefinition<object, object>;

const loaded = loadSync(
  protoServices.map(({ name }) => `holdfast/v1/${name.toLowerCase()}.proto`),
  {
    includeDirs: [join(packageRoot, 'proto')],
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  },
);

for (const { name: service, methodsArray } of protoServices) {
  test(`${service}: paths, streams and both codecs are the loader's`, () => {
    const theirs = loaded[`holdfast.v1.${service}`];
    assert.ok(theirs !== undefined && !('format' in theirs));
    const ours = serviceDefinition(service);
    assert.deepEqual(Object.keys(ours), Object.keys(theirs));
    for (const { name, requestType, responseType } of methodsArray) {
      const own = ours[name] as Codec | undefined;
      const known: Codec | undefined = theirs[name];
      assert.ok(own !== undefined && known !== undefined);
      for (const fact of ['path', 'requestStream', 'responseStream', 'originalName'] as const)
        assert.equal(own[fact], known[fact]);
      for (const [type, part] of [
        [requestType, 'request'],
        [responseType, 'response'],
      ] as const) {
        const shape = protoRoot.lookupType(`holdfast.v1.${type}`);
        const property = fc.property(messageOf(shape), (message) => {
          const bytes = Buffer.from(encode(shape, message));
          const value = own[`${part}Deserialize`](bytes);
          assert.deepEqual(value, known[`${part}Deserialize`](bytes));
          assert.deepEqual(own[`${part}Serialize`](value), known[`${part}Serialize`](value));
        });
        fc.assert(property, { numRuns: 5 });
      }
    }
  });
}
