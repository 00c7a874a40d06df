import { Store } from './store';
import { switches } from './topics';

const LARGEST = 100_000;
const MOST_SLIP_CENTS = 20;

/** How much a click buys and how far above the ask it may pay; the operator's own numbers, else those of auto entry. */
class Ticket extends Store {
  private ownSize = read('size', LARGEST);
  private ownMultiplier = read('multiplier', LARGEST);
  private ownSlip = read('slip', MOST_SLIP_CENTS);

  get size(): number {
    return this.ownSize ?? switches()?.positionSize ?? 1;
  }

  get multiplier(): number {
    return this.ownMultiplier ?? switches()?.multiplier ?? 1;
  }

  get contracts(): number {
    return this.size * this.multiplier;
  }

  /** Cents above the ask. */
  get slipCents(): number {
    return this.ownSlip ?? 1;
  }

  set(field: 'size' | 'multiplier' | 'slip', text: string): void {
    const most = field === 'slip' ? MOST_SLIP_CENTS : LARGEST;
    const value = /^\d{1,6}$/.test(text) ? Number(text) : undefined;
    const valid = value !== undefined && value <= most && (field === 'slip' || value >= 1);
    if (valid) {
      localStorage.setItem(`recio.${field}`, text);
      if (field === 'size') {
        this.ownSize = value;
      } else if (field === 'multiplier') {
        this.ownMultiplier = value;
      } else {
        this.ownSlip = value;
      }
    }
    this.changed();
  }
}

function read(field: string, most: number): number | undefined {
  const text = localStorage.getItem(`recio.${field}`) ?? '';
  return /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

export const ticket = new Ticket();
