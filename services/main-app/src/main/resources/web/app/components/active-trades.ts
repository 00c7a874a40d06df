import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { reasonOf } from '../api/client';
import type { Trade } from '../api/types';
import { tradeStrike } from '../format/market';
import { cents, contracts, dollars, percent, signClass } from '../format/number';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { closeTrade, newKey, stopClosing } from '../stores/requests';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { activeTrades, liveTrades, trades } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';
import './trade-story';
import type { TradeStory } from './trade-story';

/** How long a first click on Close waits for the second. */
const CONFIRM_MS = 4_000;

/** Asked of all trades at once. */
const ALL = 'all';

/** Trades that are not over, valued at the newest price, with a Close that asks once more. */
@customElement('active-trades')
export class ActiveTrades extends LitElement {
  static override styles = [
    shared,
    css`
      .trade {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: var(--gap-1) var(--gap-2);
        align-items: center;
        padding: var(--gap-2) 0;
        border-top: 1px solid var(--line);
      }
      .trade span {
        display: block;
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      .trade b {
        font-weight: 650;
      }
      .trade .act button {
        min-height: var(--tap);
        width: 100%;
      }
      .trade .what {
        grid-column: 1 / 4;
      }
      .trade .act {
        grid-column: 4;
        grid-row: 1;
      }
      em {
        font-style: normal;
      }
    `,
  ];

  @property() symbol = 'BTC';
  @query('trade-story') private readonly story!: TradeStory;
  @state() private asked: string | undefined;
  @state() private readonly pending = new Set<string>();

  private forgetting: number | undefined;

  /** One key per trade and wish until it is answered for good. */
  private readonly keys = new Map<string, string>();

  constructor() {
    super();
    new Watch(this, trades, activeTrades, connection, session);
  }

  protected override render(): TemplateResult {
    const live = liveTrades();
    return html`<section class="panel" aria-label=${text.active.title}>
      <div class="panel-head">
        <h2>${text.active.title}${live.length > 0 ? html` <span class="faint">${live.length}</span>` : nothing}</h2>
        ${this.closeAll(live.filter((trade) => trade.status === 'open'))}
      </div>
      ${live.length === 0
        ? html`<p class="empty">${text.none}</p>`
        : repeat(
            live,
            (trade) => trade.tradeId,
            (trade) => this.trade(trade),
          )}
      <trade-story></trade-story>
    </section>`;
  }

  private closeAll(open: Trade[]): TemplateResult | typeof nothing {
    if (open.length < 2) {
      return nothing;
    }
    const asked = this.asked === ALL;
    return html`<button
      id="close-all"
      class=${asked ? 'danger' : 'quiet'}
      ?disabled=${!connection.usable || !session.mayTrade || this.pending.size > 0}
      @click=${(): void => (asked ? void this.actOnAll(open) : this.ask(ALL))}
    >
      ${asked ? text.active.closeAllSure(open.length) : text.active.closeAll}
    </button>`;
  }

  private async actOnAll(open: Trade[]): Promise<void> {
    this.asked = undefined;
    const placed = await Promise.all(open.map((trade) => this.act(trade)));
    toasts.say('plain', text.active.closedAll(placed.filter(Boolean).length, open.length));
  }

  private trade(trade: Trade): TemplateResult {
    const value = activeTrades.get(trade.tradeId);
    const chance = value?.probability;
    return html`<div class="trade" data-trade=${trade.tradeId}>
      <div class="what">
        <button class="link" title=${text.story.open} @click=${(): void => void this.story.open(trade)}><b>${trade.symbol} <em class=${trade.side.toLowerCase()}>${trade.side}</em> $${tradeStrike(trade.strikeDollars, trade.strikeType)}</b></button>
        <span>${text.active.filled(contracts(trade.filled), contracts(trade.requested))} · ${sentence(trade.status)} · ${trade.strategy}</span>
      </div>
      <div><span>${text.recent.paid}</span><b>${cents(trade.averagePriceDollars)}</b></div>
      <div>
        <span>${text.watchlist.win}</span><b class=${chance === undefined ? '' : chance < 0.5 ? 'bad' : chance < 0.8 ? 'warn' : 'good'}
          >${chance === undefined ? '–' : percent(chance * 100, 1)}</b
        >
      </div>
      <div><span>${text.active.buffer}</span><b class=${signClass(value?.bufferDollars)}>${dollars(value?.bufferDollars, 0, true)}</b></div>
      <div><span>${text.recent.pnl}</span><b class=${signClass(value?.unrealizedPnlDollars)}>${dollars(value?.unrealizedPnlDollars, 2, true)}</b></div>
      <div class="act">${this.button(trade)}</div>
    </div>`;
  }

  private button(trade: Trade): TemplateResult | typeof nothing {
    if (trade.status !== 'open' && trade.status !== 'closing') {
      return nothing;
    }
    const pending = this.pending.has(trade.tradeId);
    const asked = this.asked === trade.tradeId;
    const closing = trade.status === 'closing';
    return html`<button
      class=${asked ? 'danger' : ''}
      title=${closing ? text.active.stopExplained : text.active.closeExplained}
      ?disabled=${pending || !connection.usable || !session.mayTrade}
      @click=${(): void => (asked ? void this.act(trade) : this.ask(trade.tradeId))}
    >
      ${pending ? text.pending : asked ? text.active.confirm : closing ? text.active.stopClosing : text.close}
    </button>`;
  }

  private ask(what: string): void {
    window.clearTimeout(this.forgetting);
    this.asked = what;
    this.forgetting = window.setTimeout(() => (this.asked = undefined), CONFIRM_MS);
  }

  /** True when the wish was accepted. */
  private async act(trade: Trade): Promise<boolean> {
    const stops = trade.status === 'closing';
    const wish = `${trade.tradeId} ${stops}`;
    const key = this.keys.get(wish) ?? newKey();
    this.keys.set(wish, key);
    this.asked = undefined;
    this.pending.add(trade.tradeId);
    this.requestUpdate();
    try {
      const answer = await (stops ? stopClosing(trade, key) : closeTrade(trade, key));
      const words = stops ? text.active.stop : text.active.closing;
      if (answer.outcome === 'waiting') {
        toasts.say('plain', words.waiting);
      } else {
        this.keys.delete(wish);
        if (answer.outcome === 'denied') {
          toasts.say('bad', words.denied(sentence(answer.code ?? '')));
        } else {
          toasts.say('good', words.done);
          return true;
        }
      }
      return false;
    } catch (error) {
      toasts.say('bad', (stops ? text.active.stop : text.active.closing).failed(reasonOf(error)));
      return false;
    } finally {
      this.pending.delete(trade.tradeId);
      this.requestUpdate();
    }
  }
}
