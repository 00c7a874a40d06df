import { text } from '../text/text';
import { preferences } from './preferences';
import { PAGES, route } from './route';
import { session } from './session';

export interface Shortcut {
  key: string;
  does: string;
  act: () => void;
}

const names = text.shortcuts;
const FACES = ['ask', 'diff', 'net'] as const;

const own: Shortcut[] = [
  ...PAGES.map((page, i) => ({ key: String(i + 1), does: page.title, act: (): void => route.go(page.path) })),
  { key: 's', does: names.symbol, act: (): void => preferences.nextSymbol() },
  { key: 'f', does: names.face, act: (): void => preferences.setFace(FACES[(FACES.indexOf(preferences.face) + 1) % FACES.length] ?? 'ask') },
  { key: 'c', does: names.candles, act: (): void => preferences.setCandles(!preferences.candles) },
  { key: 't', does: names.theme, act: (): void => preferences.setTheme(preferences.theme === 'dark' ? 'light' : 'dark') },
  { key: 'm', does: names.sound, act: (): void => preferences.setSound(!preferences.sound) },
];

const added = new Map<string, Shortcut>();

/** What keys do now, in the order of the help sheet. */
export function shortcuts(): Shortcut[] {
  return [...own, ...added.values()];
}

/** An element's own key, for as long as it is on the page. */
export function addShortcut(shortcut: Shortcut): () => void {
  added.set(shortcut.key, shortcut);
  return () => added.delete(shortcut.key);
}

/** Keys act only when nobody is typing, nothing is open on top, and no modifier is held. */
export function listenForKeys(): void {
  window.addEventListener('keydown', (event) => {
    const target = event.composedPath()[0];
    const typing = target instanceof HTMLElement && target.matches('input, select, textarea');
    const inDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement && node.open);
    if (event.ctrlKey || event.metaKey || event.altKey || typing || inDialog || event.repeat || session.current === undefined) {
      return;
    }
    const found = shortcuts().find((shortcut) => shortcut.key === event.key.toLowerCase());
    if (found !== undefined) {
      event.preventDefault();
      found.act();
    }
  });
}
