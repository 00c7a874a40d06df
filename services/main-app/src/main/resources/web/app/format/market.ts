import type { Side, Strike, StrikeRow } from '../api/types';
import { rounded } from './number';

/** The level people read: "above 114,999.99" is shown as 115,000. */
export function shownStrike(strike: Strike): string {
  const level = strike.floor ?? strike.cap ?? '';
  const shown = strike.type === 'GREATER' ? plusCent(level) : level;
  const [whole = '', fraction = ''] = shown.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return /^0*$/.test(fraction) ? grouped : `${grouped}.${fraction.replace(/0+$/, '')}`;
}

function plusCent(level: string): string {
  const [whole = '0', fraction = ''] = level.split('.');
  const units = BigInt(whole + fraction.padEnd(6, '0').slice(0, 6)) + 10_000n;
  const digits = units.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** The strike of a trade, which carries its level and the type's stored name. */
export function tradeStrike(strikeDollars: string, strikeType: string): string {
  return shownStrike({ type: strikeType.toUpperCase() === 'GREATER' ? 'GREATER' : 'LESS', floor: strikeDollars });
}

/** The chance that the side wins. */
export function chanceOf(row: StrikeRow, side: Side): number | undefined {
  if (row.probability === undefined) {
    return undefined;
  }
  return row.activeSide === side ? row.probability : 1 - row.probability;
}

/** p98, p95, p80 or nothing: the colour of a strike's row. */
export function chanceClass(probability: number | undefined): string {
  if (probability === undefined) {
    return 'unknown';
  }
  const percent = probability * 100;
  return percent >= 98 ? 'p98' : percent >= 95 ? 'p95' : percent >= 80 ? 'p80' : '';
}

/** The ask a cent dearer, as a cap to start from; at most 99 cents. */
export function capFrom(askDollars: string | undefined, slippageCents: string): string {
  if (askDollars === undefined) {
    return '0.99';
  }
  const ask = BigInt(rounded(askDollars, 4).replace('.', ''));
  const cap = ask + BigInt(rounded(slippageCents, 2).replace('.', ''));
  const whole = (cap > 9_900n ? 9_900n : cap < 100n ? 100n : cap) / 100n;
  return `0.${whole.toString().padStart(2, '0')}`;
}
