/** How busy the machine was with other things: what a figure was measured beside. */
import { readFileSync } from 'node:fs';

/** CPU seconds of the whole machine since its start, idle and waiting left out (proc(5), /proc/stat). */
function machineCpuSeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line.split(/ +/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) / 100;
}

/** Waits until less than a tenth of the machine is used, but not for longer than `patience_ms`. */
export async function waitForQuiet(patience_ms: number): Promise<void> {
  const until_ms = performance.now() + patience_ms;
  while (performance.now() < until_ms) {
    const before = machineCpuSeconds();
    await new Promise((resolve) => setTimeout(resolve, 400));
    if ((machineCpuSeconds() - before) / 0.4 < 0.2) return;
  }
}

/** Memory of a process in MB (10^6 bytes) and its CPU seconds so far. */
export function processUse(pid: number): { readonly rss_mb: number; readonly cpu_seconds: number } {
  const rss_kib = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { rss_mb: (rss_kib * 1024) / 1e6, cpu_seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
}

/** Starts watching; the answer is how many CPUs' worth others used meanwhile, the given processes left out. */
export function watchOthers(pid: number): (own_cpu_seconds: number) => number {
  const started_ms = performance.now();
  const machine = machineCpuSeconds();
  const server = processUse(pid).cpu_seconds;
  return (own_cpu_seconds) => {
    const ours = processUse(pid).cpu_seconds - server + own_cpu_seconds;
    const seconds = (performance.now() - started_ms) / 1000;
    return Math.max(0, machineCpuSeconds() - machine - ours) / seconds;
  };
}
