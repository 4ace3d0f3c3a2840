import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isOpen, isTimeZone, localMs, nextOpening, rememberedZones } from '../../src/tiers/guards/hours.js';
import type { TradingHours } from '../../src/tiers/guards/rule.js';

const MINUTE_MS = 60_000;

function hours(from: string, until: string, time_zone = 'UTC', days: number[] = []): TradingHours {
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return { days, from_minute: minute(from), until_minute: minute(until), time_zone };
}

const open = (rule: TradingHours, iso: string) => isOpen(rule, Date.parse(iso));
const next = (rule: TradingHours, iso: string) => {
  const ms = nextOpening(rule, Date.parse(iso));
  return ms === null ? null : new Date(ms).toISOString();
};

describe('hours', () => {
  test('the beginning is included, the end is not', () => {
    const rule = hours('09:30', '16:00');
    assert.equal(open(rule, '2026-03-02T09:29:59.999Z'), false);
    assert.equal(open(rule, '2026-03-02T09:30:00Z'), true);
    assert.equal(open(rule, '2026-03-02T15:59:59.999Z'), true);
    assert.equal(open(rule, '2026-03-02T16:00:00Z'), false);
  });

  test('00:00 to 24:00 is always', () => {
    for (const time of ['00:00:00', '12:00:00', '23:59:59'])
      assert.equal(open(hours('00:00', '24:00', 'Asia/Kolkata'), `2026-03-02T${time}Z`), true);
  });

  test('hours over midnight belong to the day they began on', () => {
    // 2026-03-06 is a Friday.
    const rule = hours('22:00', '04:00', 'UTC', [5]);
    assert.equal(open(rule, '2026-03-06T21:59:00Z'), false);
    assert.equal(open(rule, '2026-03-06T22:00:00Z'), true);
    assert.equal(open(rule, '2026-03-07T03:59:00Z'), true);
    assert.equal(open(rule, '2026-03-07T04:00:00Z'), false);
    assert.equal(open(rule, '2026-03-06T03:00:00Z'), false, 'that is Thursday night');
    assert.equal(next(rule, '2026-03-07T04:00:00Z'), '2026-03-13T22:00:00.000Z');
  });

  test('follow New York over both changes of its clocks', () => {
    const rule = hours('09:30', '16:00', 'America/New_York', [1, 2, 3, 4, 5]);
    // Clocks go forward on Sunday 2026-03-08: Friday is UTC-5, Monday UTC-4.
    assert.equal(open(rule, '2026-03-06T14:30:00Z'), true);
    assert.equal(open(rule, '2026-03-06T14:29:00Z'), false);
    assert.equal(open(rule, '2026-03-09T13:30:00Z'), true);
    assert.equal(open(rule, '2026-03-09T20:00:00Z'), false);
    assert.equal(next(rule, '2026-03-06T21:00:00Z'), '2026-03-09T13:30:00.000Z');
    // Back on Sunday 2026-11-01.
    assert.equal(open(rule, '2026-10-30T13:30:00Z'), true);
    assert.equal(open(rule, '2026-11-02T13:30:00Z'), false);
    assert.equal(open(rule, '2026-11-02T14:30:00Z'), true);
    assert.equal(next(rule, '2026-10-30T20:00:00Z'), '2026-11-02T14:30:00.000Z');
  });

  test('in the hour that spring leaves out they open with the change', () => {
    const rule = hours('02:30', '05:00', 'America/New_York', [7]);
    assert.equal(next(rule, '2026-03-08T06:00:00Z'), '2026-03-08T07:00:00.000Z');
    assert.equal(open(rule, '2026-03-08T06:59:59Z'), false);
    assert.equal(open(rule, '2026-03-08T07:00:00Z'), true);
    // Nothing is left of these hours that Sunday: the next one has them.
    const lost = hours('02:10', '02:50', 'America/New_York', [7]);
    assert.equal(next(lost, '2026-03-08T06:00:00Z'), '2026-03-15T06:10:00.000Z');
  });

  test('the hour that autumn repeats opens twice', () => {
    const rule = hours('01:30', '02:00', 'America/New_York', [7]);
    assert.equal(open(rule, '2026-11-01T05:30:00Z'), true);
    assert.equal(open(rule, '2026-11-01T06:00:00Z'), false);
    assert.equal(next(rule, '2026-11-01T06:10:00Z'), '2026-11-01T06:30:00.000Z');
    // The end of a night's hours comes a second time as the clocks go back.
    const night = hours('23:00', '01:30', 'America/New_York', [6]);
    assert.equal(open(night, '2026-11-01T05:29:00Z'), true);
    assert.equal(open(night, '2026-11-01T05:40:00Z'), false);
    assert.equal(next(night, '2026-11-01T05:40:00Z'), '2026-11-01T06:00:00.000Z');
  });

  test('zones that this machine does not know are none', () => {
    for (const name of ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'])
      assert.ok(isTimeZone(name));
    for (const name of ['', 'New York', 'America/Gotham', '+02:00', '../etc/passwd', 'x'.repeat(100)])
      assert.ok(!isTimeZone(name), name);
  });

  test('local time of a zone with quarter hours', () => {
    const at = Date.parse('2026-03-02T00:00:00.123Z');
    assert.equal(new Date(localMs('Asia/Kathmandu', at)).toISOString(), '2026-03-02T05:45:00.123Z');
  });
});

describe('a zone', () => {
  test('is asked what its clocks do once a day, however many guards ask how often', (t) => {
    const asked = t.mock.method(Intl.DateTimeFormat.prototype, 'formatToParts');
    const rules = Array.from({ length: 60 }, (_, n) =>
      hours('10:00', `10:${n < 9 ? '0' : ''}${n + 1}`, 'Pacific/Chatham', [7]),
    );
    for (let minute = 0; minute < 100; minute++) {
      for (const rule of rules) {
        const at = Date.parse('2026-03-02T12:00:00Z') + minute * MINUTE_MS;
        assert.equal(isOpen(rule, at), false);
        assert.equal(nextOpening(rule, at), Date.parse('2026-03-07T20:15:00Z'));
      }
    }
    assert.ok(asked.mock.callCount() < 50, `${asked.mock.callCount()} times`);
  });

  test('is remembered once, however it is spelled, and not all spellings are', () => {
    const name = 'Antarctica/DumontDUrville';
    isTimeZone(name);
    const before = rememberedZones().zones;
    for (let n = 0; n < 5000; n++) {
      const spelled = [...name].map((letter, at) => ((n >> at) & 1 ? letter.toUpperCase() : letter)).join('');
      const other = `${spelled.slice(0, 13)}${n % 2 ? spelled.slice(13).toLowerCase() : spelled.slice(13)}`;
      assert.ok(isTimeZone(other), other);
    }
    assert.equal(rememberedZones().zones, before);
    assert.ok(rememberedZones().spellings <= 4096);
  });
});

describe('the next opening', () => {
  test('is found anew when clocks are put back, and once it has come', () => {
    const rule = hours('10:00', '11:00');
    assert.equal(next(rule, '2026-03-02T12:00:00Z'), '2026-03-03T10:00:00.000Z');
    assert.equal(next(rule, '2026-03-02T09:00:00Z'), '2026-03-02T10:00:00.000Z');
    assert.equal(next(rule, '2026-03-02T12:00:00Z'), '2026-03-03T10:00:00.000Z');
    assert.equal(next(rule, '2026-03-03T11:00:00Z'), '2026-03-04T10:00:00.000Z');
  });

  const zone = fc.constantFrom(
    'UTC',
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
  );
  const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
  const rule = fc
    .record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      from_minute: minute,
      until_minute: minute,
      time_zone: zone,
    })
    .filter(({ from_minute, until_minute }) => from_minute !== until_minute);
  // Around the changes of 2026 in each of the zones.
  const start = fc.constantFrom(
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-10-04',
    '2026-10-25',
    '2026-11-01',
  );

  test('is the first minute that is open, as a walk over all minutes finds it', () => {
    fc.assert(
      fc.property(rule, start, fc.integer({ min: -2880, max: 2880 }), (hours, day, minutes) => {
        const from = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
        fc.pre(!isOpen(hours, from));
        const found = nextOpening(hours, from);
        // Everything here changes at quarters of an hour.
        let walked = from - (from % (15 * MINUTE_MS));
        do walked += 15 * MINUTE_MS;
        while (!isOpen(hours, walked));
        assert.equal(found, walked);
      }),
      { numRuns: 150 },
    );
  });
});
