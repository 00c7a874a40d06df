import { get } from '../api/client';
import type { PriceHistory } from '../api/types';
import { connection } from './connection';
import { Store } from './store';
import { prices } from './topics';

/** One step of a chart; numbers to draw with, never to calculate money with. */
export interface Step {
  at: number;
  open: number;
  high: number;
  low: number;
  close: number;
  index?: number | undefined;
  momentum?: number | undefined;
}

/** A symbol's price as a chart shows it: the past asked for once, then carried on by the live feed. */
export class PriceSeries extends Store {
  steps: Step[] = [];
  loaded = false;
  private stepMs = 10_000;
  private asked = 0;
  private stop: (() => void)[] = [];
  private wasConnected = false;

  constructor(
    readonly symbol: string,
    readonly minutes: number,
  ) {
    super();
  }

  /** A series that asks for its past at once, and says when it is there: until then there is nothing to draw. */
  static begin(symbol: string, minutes: number, filled: () => void): PriceSeries {
    const series = new PriceSeries(symbol, minutes);
    const stop = series.subscribe(() => {
      stop();
      filled();
    });
    series.start();
    return series;
  }

  private start(): void {
    this.wasConnected = connection.usable;
    this.stop = [
      prices.subscribe(() => this.append()),
      connection.subscribe(() => {
        if (connection.usable && !this.wasConnected) {
          void this.load();
        }
        this.wasConnected = connection.usable;
      }),
    ];
    void this.load();
  }

  end(): void {
    this.stop.forEach((stop) => stop());
    this.stop = [];
    this.asked++;
  }

  private async load(): Promise<void> {
    const asked = ++this.asked;
    try {
      const found = await get<PriceHistory>(`prices/${this.symbol}/history?minutes=${this.minutes}`);
      if (asked === this.asked) {
        this.stepMs = found.stepSeconds * 1000;
        this.steps = found.steps.map((step) => ({
          at: Date.parse(step.at),
          open: Number(step.openDollars),
          high: Number(step.highDollars),
          low: Number(step.lowDollars),
          close: Number(step.closeDollars),
          index: step.indexDollars === undefined ? undefined : Number(step.indexDollars),
          momentum: step.momentum,
        }));
        this.loaded = true;
        this.append();
        this.changed();
      }
    } catch {
      // The notices say what is away; the chart loads when it is back.
    }
  }

  /** The newest price belongs to the running step or begins the next; what has scrolled out is let go. */
  private append(): void {
    const price = prices.get(this.symbol);
    if (price === undefined || !this.loaded) {
      return;
    }
    const now = Date.parse(price.at);
    const at = Math.floor(now / this.stepMs) * this.stepMs;
    const close = Number(price.priceDollars);
    const index = price.indexDollars === undefined ? undefined : Number(price.indexDollars);
    const last = this.steps.at(-1);
    if (last === undefined || at > last.at) {
      this.steps.push({ at, open: close, high: close, low: close, close, index, momentum: price.momentum });
      const oldest = now - (this.minutes + 1) * 60_000;
      while ((this.steps[0]?.at ?? now) < oldest) {
        this.steps.shift();
      }
    } else if (at === last.at) {
      this.steps[this.steps.length - 1] = {
        ...last,
        high: Math.max(last.high, close),
        low: Math.min(last.low, close),
        close,
        index: index ?? last.index,
        momentum: price.momentum ?? last.momentum,
      };
    }
    this.changed();
  }
}
