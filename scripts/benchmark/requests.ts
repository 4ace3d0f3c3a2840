/** The requests of the benchmarks. */
import { FRESH_UUID, pathOf, times, writeBodies } from './bodies.js';

const AGENTS = 8;

type PostingLine = readonly [account: string, asset: string, amount: string];

/** Money moved between two accounts of an agent; `index` decides which. */
export function transfer(index: number): {
  readonly agent_id: string;
  readonly postings: readonly PostingLine[];
} {
  const amount = `${(index % 97) + 1}.25`;
  const postings = [
    ['cash', 'USDC', `-${amount}`],
    [`venue-${index % 4}`, 'USDC', amount],
  ] as const;
  return { agent_id: `agent-${index % AGENTS}`, postings };
}

function postTransaction(index: number): object {
  const { agent_id, postings } = transfer(index);
  const named = postings.map(([account, asset, amount]) => ({ account, asset, amount }));
  return { agent_id, request_id: FRESH_UUID, postings: named };
}

const CANDLE = '"open":"2950.12","high":"2951.50","low":"2949.8","close":"2950.4","volume":"12.5"';

function ingest(per_message: number): (index: number) => object {
  return (index) => ({
    agent_id: `agent-${index % AGENTS}`,
    request_id: FRESH_UUID,
    episodes: times(per_message, (n) => ({ type: 'ohlcv-1m', payload: { json: `{${CANDLE},"n":${n}}` } })),
  });
}

const state = (index: number) => ({ agent_id: 'watched', name: `s-${index % 16}` });
const putState = (index: number) => ({
  ...state(index),
  request_id: FRESH_UUID,
  document: { json: `{"balance":"${index}.5","mode":"live"}` },
});

/** A prepared load: the path and the file of its bodies. */
export interface Prepared {
  readonly path: string;
  readonly bodies: string;
}

export type PreparedRequests = Record<'ping' | 'post' | 'put' | 'get' | 'ingest' | 'watch', Prepared>;

/** Writes all bodies into a folder. */
export function prepareRequests(folder: string, episodes_per_message: number): PreparedRequests {
  const prepare = (name: string, service: string, method: string, requests: readonly object[]): Prepared => {
    const bodies = `${folder}/${name}.bodies`;
    writeBodies(bodies, service, method, requests);
    return { path: pathOf(service, method), bodies };
  };
  return {
    ping: prepare('ping', 'Admin', 'Ping', [{ payload: Buffer.alloc(100, 'x') }]),
    post: prepare('post', 'Ledger', 'PostTransaction', times(4096, postTransaction)),
    put: prepare('put', 'State', 'PutState', times(16, putState)),
    get: prepare('get', 'State', 'GetState', times(16, state)),
    ingest: prepare('ingest', 'Episodic', 'IngestEpisodes', times(64, ingest(episodes_per_message))),
    watch: prepare('watch', 'Watch', 'Watch', [{ agent_id: 'watched' }]),
  };
}
