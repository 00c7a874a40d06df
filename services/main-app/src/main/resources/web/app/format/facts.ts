import { rounded } from './number';
import { moment } from './time';
import { sentence } from './words';

/** What a record holds, in one line: "quantity 10, yes price 0.96"; nested records by their path, long lists shortened. */
export function factLine(facts: Record<string, unknown>): string {
  return flat(facts, '').join(' · ');
}

const DEEPEST = 6;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const MODEL_NUMBER = /^-?\d+\.\d{7,}$/;

function flat(value: unknown, name: string, depth = 0): string[] {
  if (value === null || value === undefined || value === '') {
    return [];
  }
  const label = sentence(name.replace(/([a-z])([A-Z])/g, '$1_$2')).toLowerCase();
  if (Array.isArray(value)) {
    const parts = value.map((entry) => (typeof entry === 'object' ? flat(entry, '', depth + 1).join(', ') : sentence(String(entry)).toLowerCase()));
    return parts.length === 0 ? [] : [`${label}: ${parts.join('; ')}`];
  }
  if (typeof value === 'object') {
    return depth >= DEEPEST ? [] : Object.entries(value).flatMap(([key, inner]) => flat(inner, key, depth + 1));
  }
  const shown = plain(String(value));
  return [label === '' ? shown : `${label} ${shown}`];
}

/** Moments as everywhere on the screen; of a model's number no more digits than it is worth. Amounts, six decimals at most, stay exact. */
function plain(value: string): string {
  if (INSTANT.test(value)) {
    return `${moment(value)} ET`;
  }
  return MODEL_NUMBER.test(value) ? rounded(value, 4) : value;
}
