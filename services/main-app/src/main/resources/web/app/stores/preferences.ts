import { Store } from './store';

export type Theme = 'dark' | 'light';
export type ButtonFace = 'ask' | 'diff';

/** What this browser remembers of its user's taste; nothing of trading. */
class Preferences extends Store {
  theme: Theme = read('theme', ['dark', 'light']) ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
  face: ButtonFace = read('face', ['ask', 'diff']) ?? 'ask';
  symbol = localStorage.getItem('recio.symbol') ?? 'BTC';

  constructor() {
    super();
    this.show();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.keep('theme', theme);
    this.show();
  }

  setFace(face: ButtonFace): void {
    this.face = face;
    this.keep('face', face);
  }

  setSymbol(symbol: string): void {
    this.symbol = symbol;
    this.keep('symbol', symbol);
  }

  private keep(name: string, value: string): void {
    localStorage.setItem(`recio.${name}`, value);
    this.changed();
  }

  private show(): void {
    document.documentElement.dataset['theme'] = this.theme;
  }
}

function read<T extends string>(name: string, allowed: T[]): T | undefined {
  const value = localStorage.getItem(`recio.${name}`);
  return allowed.find((choice) => choice === value);
}

export const preferences = new Preferences();
