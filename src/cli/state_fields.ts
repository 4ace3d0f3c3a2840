import type { Command } from './command.js';
import { UsageError } from './command.js';
import { documentArgument, documentCell, pairArgument } from './values.js';

export const fields: Command = {
  name: 'state fields',
  summary: 'read, set, remove and increment profile fields',
  details:
    'Setting and removing is one step, incrementing another; the fields are shown as they are afterwards.',
  args: [{ name: 'NAME', help: 'the fields to show; all by default', optional: true, rest: true }],
  options: {
    set: { value: 'NAME=JSON', help: 'set a field', multiple: true },
    remove: { value: 'NAME', help: 'remove a field', multiple: true },
    increment: { value: 'NAME=AMOUNT', help: 'add an exact decimal to a field' },
    floor: { value: 'AMOUNT', help: 'refuse an increment to below this' },
    ceiling: { value: 'AMOUNT', help: 'refuse an increment to above this' },
  },
  examples: [
    'holdfast --agent alpha state fields',
    `holdfast --agent alpha state fields --set 'mode="safe"' --remove note`,
    'holdfast --agent alpha state fields --increment budget=-12.50 --floor 0',
  ],
  run: async (context) => {
    const { state } = context.holdfast;
    const set = context.texts('set').map((text) => {
      const { name, value } = pairArgument(text, 'set');
      return { name, value: documentArgument(value) };
    });
    const remove = [...context.texts('remove')];
    const floor = context.text('floor');
    const ceiling = context.text('ceiling');
    const increment = context.text('increment');
    if (increment === undefined && (floor ?? ceiling) !== undefined) {
      throw new UsageError('--floor and --ceiling belong to --increment');
    }
    if (set.length + remove.length > 0) await state.setFields({ set, remove });
    if (increment !== undefined) {
      const { name, value } = pairArgument(increment, 'increment');
      await state.incrementField({
        name,
        decimal: value,
        ...(floor !== undefined && { floor }),
        ...(ceiling !== undefined && { ceiling }),
      });
    }
    const reply = await state.getFields({ names: [...context.args] });
    context.out.reply(reply.fields, () =>
      context.out.table(
        ['FIELD', 'VALUE', { title: 'REVISION', right: true }],
        reply.fields.map((field) => [field.name, documentCell(field.value), field.revision]),
      ),
    );
  },
};
