/** The one method of bare_server.ts, as both sides declare it. */
const asItIs = (bytes: Buffer): Buffer => bytes;

export const BARE_METHOD = {
  path: '/bare.Echo/Echo',
  requestStream: false,
  responseStream: false,
  requestSerialize: asItIs,
  requestDeserialize: asItIs,
  responseSerialize: asItIs,
  responseDeserialize: asItIs,
} as const;
