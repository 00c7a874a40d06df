import { reasonOf } from '../api/client';
import type { Side, StrikeRow } from '../api/types';
import { capFrom, shownStrike } from '../format/market';
import { contracts } from '../format/number';
import { sentence } from '../format/words';
import { text } from '../text/text';
import { newKey, openTrade } from './requests';
import { Store } from './store';
import { ticket } from './ticket';
import { toasts } from './toasts';

/** A second click so soon after the answer belongs to the first. */
const SETTLE_MS = 800;

/** Trades that begin with a click and nothing else: one key per wish, one wish at a time for a side of a market. */
class QuickTrades extends Store {
  private readonly pending = new Set<string>();
  private readonly keys = new Map<string, string>();

  isPending(ticker: string, side: Side): boolean {
    return this.pending.has(`${ticker} ${side}`);
  }

  async buy(row: StrikeRow, side: Side): Promise<void> {
    const place = `${row.ticker} ${side}`;
    if (this.pending.has(place)) {
      return;
    }
    const quantity = String(ticket.contracts);
    const priceCapDollars = capFrom(side === 'YES' ? row.yesAsk : row.noAsk, String(ticket.slipCents));
    const wish = `${place} ${quantity} ${priceCapDollars}`;
    const key = this.keys.get(wish) ?? newKey();
    this.keys.set(wish, key);
    this.pending.add(place);
    this.changed();
    const what = `${contracts(quantity)} ${side} $${shownStrike(row.strike)}`;
    try {
      const answer = await openTrade({ ticker: row.ticker, side, quantity, priceCapDollars }, key);
      if (answer.outcome === 'placed') {
        toasts.say('good', text.quick.placed(what));
      } else if (answer.outcome === 'denied') {
        toasts.say('bad', text.quick.denied(what, sentence(answer.code ?? '')));
      } else {
        toasts.say('plain', text.quick.waiting(what));
      }
      if (answer.outcome !== 'waiting') {
        this.keys.delete(wish);
      }
    } catch (error) {
      toasts.say('bad', text.quick.failed(what, reasonOf(error)));
    } finally {
      window.setTimeout(() => {
        this.pending.delete(place);
        this.changed();
      }, SETTLE_MS);
    }
  }
}

export const quick = new QuickTrades();
