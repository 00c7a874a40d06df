import type { ServiceInstance } from '../api/types';
import { text } from '../text/text';

/** Heartbeats come each second; three missed ones mean trouble. */
const LATE_MS = 3_500;

export interface ServiceState {
  colour: 'good' | 'warn' | 'bad';
  text: string;
}

/** What a heartbeat says in a word; the figures that are late are named. */
export function serviceState(instance: ServiceInstance): ServiceState {
  if (instance.beatAgeMs > LATE_MS) {
    return { colour: 'bad', text: text.services.noHeartbeat };
  }
  if (!instance.functional) {
    const late = Object.entries(instance.freshness).filter(([, figure]) => !figure.ok).map(([name]) => name);
    return { colour: 'warn', text: text.services.late(late.join(', ')) };
  }
  return { colour: 'good', text: instance.role === 'active' ? text.services.working : text.services.standingBy };
}
