import { Store } from './store';

export type Theme = 'dark' | 'light';
export type ButtonFace = 'ask' | 'diff' | 'net';

/** What this browser remembers of its user's taste; nothing of trading. */
class Preferences extends Store {
  theme: Theme = read('theme', ['dark', 'light']) ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
  face: ButtonFace = read('face', ['ask', 'diff', 'net']) ?? 'ask';
  candles = read('candles', ['on', 'off']) === 'on';
  sound = read('sound', ['on', 'off']) === 'on';
  symbols = ['BTC', 'ETH'];
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

  setCandles(candles: boolean): void {
    this.candles = candles;
    this.keep('candles', candles ? 'on' : 'off');
  }

  setSound(sound: boolean): void {
    this.sound = sound;
    this.keep('sound', sound ? 'on' : 'off');
  }

  setSymbol(symbol: string): void {
    this.symbol = symbol;
    this.keep('symbol', symbol);
  }

  /** The symbols there are; the one chosen last stays if it is still among them. */
  setSymbols(symbols: string[]): void {
    this.symbols = symbols;
    const first = symbols[0];
    if (first !== undefined && !symbols.includes(this.symbol)) {
      this.setSymbol(first);
    }
    this.changed();
  }

  nextSymbol(): void {
    const next = this.symbols[(this.symbols.indexOf(this.symbol) + 1) % this.symbols.length];
    if (next !== undefined) {
      this.setSymbol(next);
    }
  }

  private keep(name: string, value: string): void {
    localStorage.setItem(`recio.${name}`, value);
    this.changed();
  }

  private show(): void {
    document.documentElement.dataset['theme'] = this.theme;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', this.theme === 'dark' ? '#0b0f16' : '#f2f4f8');
  }
}

function read<T extends string>(name: string, allowed: T[]): T | undefined {
  const value = localStorage.getItem(`recio.${name}`);
  return allowed.find((choice) => choice === value);
}

export const preferences = new Preferences();
