import type { StrikeTable } from '../api/types';

/** Where the table puts the price at the close: levels that it ends below with these chances. */
export interface Spread {
  low: number;
  high: number;
}

/** The level above which the price closes with the given chance, between the strikes that were priced. */
export function levelAt(table: StrikeTable, above: number): number | undefined {
  const points = table.rows
    .filter((row) => row.probability !== undefined && row.strike.floor !== undefined)
    .map((row) => ({
      level: Number(row.strike.floor),
      chance: row.activeSide === 'YES' ? (row.probability ?? 0) : 1 - (row.probability ?? 0),
    }))
    .sort((a, b) => a.level - b.level);
  for (let i = 1; i < points.length; i++) {
    const lower = points[i - 1];
    const upper = points[i];
    if (lower !== undefined && upper !== undefined && lower.chance >= above && upper.chance <= above) {
      const span = lower.chance - upper.chance;
      return span === 0 ? lower.level : lower.level + ((lower.chance - above) / span) * (upper.level - lower.level);
    }
  }
  return undefined;
}

/** The middle share of closes, such as 0.68; undefined where the strikes do not reach. */
export function spreadOf(table: StrikeTable, share: number): Spread | undefined {
  const low = levelAt(table, (1 + share) / 2);
  const high = levelAt(table, (1 - share) / 2);
  return low === undefined || high === undefined ? undefined : { low, high };
}

const STEPS = 24;

/** From a price now to the spread at the close, widening with the root of time: [time, low, high]. */
export function cone(from: number, price: number, close: number, spread: Spread): [number, number, number][] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const part = step / STEPS;
    const root = Math.sqrt(part);
    return [from + part * (close - from), price + (spread.low - price) * root, price + (spread.high - price) * root];
  });
}
