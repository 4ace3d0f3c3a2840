/**
 * Loads the contract, the repository's, or in an installed package its own copy. Each service has a file of its own, read at
 * its first use and once per process: all of them together cost every start of a command line a third of a second.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSync, type MethodDefinition } from '@grpc/proto-loader';

/** One RPC, and which of the fields that the client fills in its request has. */
export interface Method {
  /** Such as `holdfast.v1.State/PutState`. */
  readonly name: string;
  readonly definition: MethodDefinition<object, object>;
  readonly fills: { readonly agent_id: boolean; readonly request_id: boolean; readonly epoch: boolean };
}

function protoFolder(): string {
  for (const place of ['../../../proto', '../proto']) {
    const folder = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(`${folder}/holdfast/v1/common.proto`)) return folder;
  }
  throw new Error('@holdfast/client: its proto folder is missing: broken installation');
}

const loaded = new Map<string, ReadonlyMap<string, Method>>();

/** The RPCs of a service of package holdfast.v1, by name. */
export function methodsOf(service: string): ReadonlyMap<string, Method> {
  const known = loaded.get(service);
  if (known !== undefined) return known;
  const methods = load(service);
  loaded.set(service, methods);
  return methods;
}

function load(service: string): ReadonlyMap<string, Method> {
  const definitions = loadSync(`holdfast/v1/${service.toLowerCase()}.proto`, {
    includeDirs: [protoFolder()],
    // The same options as scripts/gen.mjs gives the type generator. `longs` must not be Number: it corrupts 2^53 + 1.
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  const definition = definitions[`holdfast.v1.${service}`];
  if (definition === undefined || 'format' in definition)
    throw new Error(`no service ${service} in the protos`);
  return new Map(
    Object.entries(definition).map(([name, method]) => {
      const { field } = method.requestType.type as { field: readonly { name: string }[] };
      const has = (wanted: string) => field.some((one) => one.name === wanted);
      const fills = {
        agent_id: has('agent_id'),
        request_id: has('request_id'),
        // TakeOver's epoch is a condition ("only if it is this one"), not the caller's own.
        epoch: has('epoch') && name !== 'TakeOver',
      };
      return [name, { name: method.path.slice(1), definition: method, fills }];
    }),
  );
}
