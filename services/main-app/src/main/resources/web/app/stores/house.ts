import type { ServiceInstance } from '../api/types';

/** Heartbeats come each second; three missed ones mean trouble. */
const LATE_MS = 3_500;

export interface ServiceState {
  colour: 'good' | 'warn' | 'bad';
  text: string;
}

/** What a heartbeat says in a word; the figures that are late are named. */
export function serviceState(instance: ServiceInstance): ServiceState {
  if (instance.beatAgeMs > LATE_MS) {
    return { colour: 'bad', text: 'No heartbeat' };
  }
  if (!instance.functional) {
    const late = Object.entries(instance.freshness).filter(([, figure]) => !figure.ok).map(([name]) => name);
    return { colour: 'warn', text: `Late: ${late.join(', ') || 'unknown'}` };
  }
  return { colour: 'good', text: instance.role === 'active' ? 'Working' : 'Standing by' };
}
