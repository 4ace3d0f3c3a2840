/**
 * Which agents a request names, found by its type: every field `agent_id`, wherever it stands. Inside, an empty one means the
 * outer request's agent. The mutations of a Transact or an outcome count as calls of their own RPCs.
 */
import type protobuf from 'protobufjs';
import { type Rule, ruleOf } from './access_table.js';
import { protoRoot, protoServices } from './proto.js';

/** Something that a request asks for: a rule, and the agent that it names; empty = none. */
export type OnNamed = (rule: Rule, agent_id: string) => void;

interface Shape {
  readonly has_agent: boolean;
  /** Message fields that lead to an agent_id. */
  readonly inner: readonly {
    readonly name: string;
    readonly is_list: boolean;
    readonly type: protobuf.Type;
  }[];
  /** Of a request that stands inside another one: the rule of its RPC. */
  readonly rule: Rule | undefined;
}

interface Walked {
  readonly agent_id?: string;
  readonly [field: string]: unknown;
}

const MUTATION = 'holdfast.v1.Mutation';

const rules_by_request = new Map<string, Rule>();
for (const service of protoServices) {
  for (const method of service.methodsArray)
    rules_by_request.set(method.requestType, ruleOf(service.name, method.name));
}

/** Names of mutations, as Mutation has them, of which the journal says whose credential they came with. */
export const ATTRIBUTED_MUTATIONS: ReadonlySet<string> = new Set(
  protoRoot
    .lookupType(MUTATION)
    .fieldsArray.filter(
      (field) => rules_by_request.get(field.resolve().resolvedType?.name ?? '')?.is_attributed === true,
    )
    .map(({ name }) => name),
);

const shapes = new Map<protobuf.Type, Shape>();

function shapeOf(type: protobuf.Type): Shape {
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const inner = type.fieldsArray.flatMap((field) => {
    const found = field.resolve().resolvedType;
    if (found === null || !('fieldsArray' in found) || !leadsToAgent(found, new Set())) return [];
    return [{ name: field.name, is_list: field.repeated, type: found }];
  });
  const shape = { has_agent: 'agent_id' in type.fields, inner, rule: rules_by_request.get(type.name) };
  shapes.set(type, shape);
  return shape;
}

function leadsToAgent(type: protobuf.Type, seen: Set<protobuf.Type>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  if ('agent_id' in type.fields || type.fullName === `.${MUTATION}`) return true;
  return type.fieldsArray.some((field) => {
    const found = field.resolve().resolvedType;
    return found !== null && 'fieldsArray' in found && leadsToAgent(found, seen);
  });
}

/** What tells `onNamed` all that a decoded request of an RPC asks for, itself first. */
export function namedBy(service: string, method: string): (request: object, onNamed: OnNamed) => void {
  const rpc = protoRoot.lookupService(`holdfast.v1.${service}`).methods[method];
  if (rpc === undefined) throw new Error(`no rpc ${service}.${method} in the protos`);
  const rule = ruleOf(service, method);
  const type = protoRoot.lookupType(`holdfast.v1.${rpc.requestType}`);
  const shape = shapeOf(type);
  if (rule.over === 'agents' && !shape.has_agent)
    throw new Error(`${service}.${method} is a matter of agents, but its request names none`);
  return (request, onNamed) => {
    const agent_id = shape.has_agent ? ((request as Walked).agent_id ?? '') : '';
    onNamed(rule, agent_id);
    if (shape.inner.length > 0) walkInner(request as Walked, shape, rule, agent_id, onNamed);
  };
}

function walk(message: Walked, type: protobuf.Type, rule: Rule, outer: string, onNamed: OnNamed): void {
  const shape = shapeOf(type);
  const own_rule = shape.rule ?? rule;
  const agent_id = (shape.has_agent && message.agent_id) || outer;
  if (shape.has_agent || shape.rule !== undefined) onNamed(own_rule, agent_id);
  walkInner(message, shape, own_rule, agent_id, onNamed);
}

function walkInner(message: Walked, shape: Shape, rule: Rule, agent_id: string, onNamed: OnNamed): void {
  for (const { name, is_list, type } of shape.inner) {
    const value = message[name];
    if (value === null || value === undefined) continue;
    if (is_list) for (const one of value as Walked[]) walk(one, type, rule, agent_id, onNamed);
    else walk(value as Walked, type, rule, agent_id, onNamed);
  }
}
