import { Store } from './store';

export interface Toast {
  id: number;
  kind: 'good' | 'bad' | 'plain';
  text: string;
}

const SHOWN_MS = 6_000;

/** Short messages about what an action came to. */
class Toasts extends Store {
  shown: Toast[] = [];
  private next = 1;

  say(kind: Toast['kind'], text: string): void {
    const toast = { id: this.next++, kind, text };
    this.shown = [...this.shown.slice(-3), toast];
    this.changed();
    window.setTimeout(() => this.drop(toast.id), SHOWN_MS);
  }

  drop(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
    this.changed();
  }
}

export const toasts = new Toasts();
