import { text } from '../text/text';

/** What codes mean in plain words, by the catalogue. */

function wordOf(words: Record<string, string>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

export function feedWord(state: string): string {
  return wordOf(text.feeds, state) ?? state;
}

/** NO_PROBABILITY or EXPOSURE_ABOVE_LIMIT as a sentence: "Exposure above limit". */
export function sentence(code: string): string {
  const words = code.replace(/_/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** minTimeSeconds as a label: "Min time, seconds". */
export function label(name: string): string {
  return wordOf(text.settings.labels, name) ?? sentence(name.replace(/([A-Z])/g, '_$1'));
}

export function modeWord(mode: string): string {
  return wordOf(text.modes, mode) ?? mode.toUpperCase();
}

/** trade-manager as "Trade manager". */
export function serviceWord(name: string): string {
  const words = name.replace(/-/g, ' ').replace(/\b(api|btc|eth)\b/g, (short) => short.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
