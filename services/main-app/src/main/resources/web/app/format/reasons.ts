import type { NewestDecision, Refusal } from '../api/types';
import { sentence } from './words';

/** A reason with its facts: "Probability below minimum (found 91.2, asked 95)". */
export function reasonText(refusal: Refusal): string {
  const facts = Object.entries(refusal.facts).map(([name, value]) => `${sentence(name.replace(/([A-Z])/g, '_$1')).toLowerCase()} ${value}`);
  return facts.length === 0 ? sentence(refusal.code) : `${sentence(refusal.code)} (${facts.join(', ')})`;
}

/** Why auto entry leaves a market: none when it enters, undefined when it did not look at it. */
export function reasonsOf(decision: NewestDecision | undefined, ticker: string): string[] | undefined {
  const row = decision?.rows.find((one) => one.facts.ticker === ticker);
  if (decision === undefined || row === undefined) {
    return undefined;
  }
  const all = [...decision.refusals, ...(row.facts.refusals ?? [])];
  return row.decision === 'enter' && decision.refusals.length === 0 ? [] : all.map(reasonText);
}
