/** Commands that the daemon runs by itself: by an agent that no client can name, without receipts. */
import type { CommandName, Commands } from '../tiers/index.js';
import { pack, unpack } from '../writer/transport.js';
import type { WriterPort } from '../writer/writer.js';

/** No client can name it: agent ids begin with a letter or digit. */
const SYSTEM_AGENT = '_system';

/** @throws HoldfastError as WriterPort.submit. */
export async function runCommand<Name extends CommandName>(
  writer: Pick<WriterPort, 'submit'>,
  name: Name,
  args: Commands[Name]['args'],
): Promise<Commands[Name]['result']> {
  const committed = await writer.submit({
    name,
    agent_id: SYSTEM_AGENT,
    request_id: '',
    epoch: 0,
    args: pack(args),
  });
  return unpack<Commands[Name]['result']>(committed.result);
}
