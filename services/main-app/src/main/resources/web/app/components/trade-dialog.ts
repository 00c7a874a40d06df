import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { reasonOf } from '../api/client';
import type { TradeAnswer } from '../api/types';
import { capFrom, chanceOf, shownStrike } from '../format/market';
import { cents, contracts, dollars, percent, withSign } from '../format/number';
import { reasonsOf } from '../format/reasons';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { newKey, openTrade, type Wish } from '../stores/requests';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { ticket } from '../stores/ticket';
import { toasts } from '../stores/toasts';
import { decisions, isLive, liveTrades, prices, sources, strikeTables } from '../stores/topics';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';
import type { StrikeChoice } from './strike-table';

/** Size, cap, confirm; then pending, done, or denied with the reason. One key per wish: sending twice trades once. */
@customElement('trade-dialog')
export class TradeDialog extends LitElement {
  static override styles = [
    shared,
    sheet,
    css`
      .facts {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: var(--gap-2);
      }
      .facts div {
        background: var(--raised);
        border-radius: var(--radius-s);
        padding: var(--gap-2) var(--gap-3);
      }
      .facts span {
        display: block;
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      .facts b {
        font-size: var(--text-l);
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--gap-3);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px var(--gap-3);
        margin: var(--gap-1) 0 0;
      }
      dd {
        margin: 0;
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private choice: StrikeChoice | undefined;
  @state() private quantity = '1';
  @state() private cap = '99';
  @state() private busy = false;
  @state() private answer: TradeAnswer | undefined;
  @state() private failure = '';

  /** Belongs to the wish as it stands; another size or cap is another wish. */
  private key = newKey();

  constructor() {
    super();
    new Watch(this, connection, session, strikeTables, prices, sources);
  }

  open(choice: StrikeChoice): void {
    this.choice = choice;
    this.quantity = String(ticket.contracts);
    this.cap = capFrom(this.ask(choice), String(ticket.slipCents)).slice(2).replace(/^0/, '');
    this.renew();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">${this.choice === undefined ? nothing : this.form(this.choice)}</dialog>`;
  }

  private form(choice: StrikeChoice): TemplateResult {
    const newest = strikeTables.get(choice.table.symbol)?.table.rows.find((row) => row.ticker === choice.row.ticker);
    const row = newest ?? choice.row;
    const chance = chanceOf(row, choice.side);
    const diff = choice.side === 'YES' ? row.yesNetDiff : row.noNetDiff;
    const held = liveTrades().find((trade) => trade.ticker === row.ticker && trade.side !== choice.side);
    return html`<form @submit=${(event: SubmitEvent): void => void this.submit(event, choice)}>
      <div>
        <h2 id="title">
          ${text.trade.buy} <span class=${choice.side.toLowerCase()}>${choice.side}</span> · ${text.trade.above(choice.table.symbol, shownStrike(row.strike))}
        </h2>
        <p class="faint mono">${row.ticker}</p>
      </div>
      <div class="facts">
        <div><span>${text.watchlist.ask}</span><b>${cents(choice.side === 'YES' ? row.yesAsk : row.noAsk)}</b></div>
        <div><span>${text.watchlist.win}</span><b>${chance === undefined ? '–' : percent(chance * 100, 1)}</b></div>
        <div><span>${text.watchlist.net}</span><b class=${diff === undefined ? '' : diff.cents >= 0 ? 'good' : 'bad'}>${diff === undefined ? '–' : `${withSign(diff.cents, 1)}¢`}</b></div>
      </div>
      <div class="two">
        <div class="field">
          <label for="quantity">${text.trade.contracts}</label>
          <input
            id="quantity"
            inputmode="decimal"
            required
            pattern="[0-9]{1,6}([.][0-9]{1,2})?"
            .value=${this.quantity}
            @input=${(event: InputEvent): void => this.edit('quantity', event)}
          />
        </div>
        <div class="field">
          <label for="cap">${text.trade.cap}</label>
          <input
            id="cap"
            inputmode="decimal"
            required
            pattern="[0-9]{1,2}([.][0-9]{1,2})?"
            .value=${this.cap}
            @input=${(event: InputEvent): void => this.edit('cap', event)}
          />
        </div>
      </div>
      <p class="soft">${text.trade.atMost} <b>${this.most()}</b> ${text.trade.plusFees}</p>
      ${session.current?.mode === 'live' ? html`<p class="notice bad">${text.trade.live(session.current.account)}</p>` : nothing}
      ${held === undefined
        ? nothing
        : html`<p class="notice warn">${text.trade.opposite(held.side)}</p>`}
      ${isLive(choice.table.symbol) ? nothing : html`<p class="notice warn" role="alert">${text.strikes.stale}</p>`}
      ${this.doubts(choice, row.ticker)} ${this.outcome()}
      <div class="actions">
        <button type="button" @click=${(): void => this.dialog.close()}>${this.answer === undefined ? text.cancel : text.close}</button>
        <button class="primary" id="confirm" ?disabled=${this.busy || !connection.usable || !isLive(choice.table.symbol) || this.answer?.outcome === 'placed'}>
          ${this.busy ? text.pending : this.answer?.outcome === 'waiting' ? text.trade.askAgain : `${text.trade.buy} ${choice.side}`}
        </button>
      </div>
    </form>`;
  }

  /** What auto entry holds against this trade; a person may know better. */
  private doubts(choice: StrikeChoice, ticker: string): TemplateResult | typeof nothing {
    const reasons = reasonsOf(decisions.get(choice.table.symbol), ticker) ?? [];
    return reasons.length === 0 || choice.side !== choice.row.activeSide
      ? nothing
      : html`<p class="hint">${text.strikes.whyNot(reasons.join('; '))}</p>`;
  }

  private outcome(): TemplateResult | typeof nothing {
    if (this.failure) {
      return html`<p class="notice bad" role="alert" id="outcome">${text.trade.failed(this.failure)}</p>`;
    }
    switch (this.answer?.outcome) {
      case 'denied':
        return html`<div class="notice bad" role="alert" id="outcome">
          <b>${text.trade.denied(sentence(this.answer.code ?? ''))}</b>
          <dl>
            ${Object.entries(this.answer.facts ?? {}).map(
              ([name, value]) => html`<dt class="soft">${sentence(name.replace(/([A-Z])/g, '_$1'))}</dt><dd>${String(value)}</dd>`,
            )}
          </dl>
        </div>`;
      case 'waiting':
        return html`<p class="notice warn" role="alert" id="outcome">
          ${text.trade.waiting}
        </p>`;
      case 'placed':
        return html`<p class="notice good" id="outcome">${text.trade.placed}</p>`;
      default:
        return nothing;
    }
  }

  private ask(choice: StrikeChoice): string | undefined {
    return choice.side === 'YES' ? choice.row.yesAsk : choice.row.noAsk;
  }

  private edit(field: 'quantity' | 'cap', event: InputEvent): void {
    this[field] = (event.target as HTMLInputElement).value.trim();
    this.renew();
  }

  private renew(): void {
    this.key = newKey();
    this.answer = undefined;
    this.failure = '';
  }

  /** Cap times contracts, exact in millionths of a dollar. */
  private most(): string {
    if (!/^\d{1,6}(\.\d{1,2})?$/.test(this.quantity) || !/^\d{1,2}(\.\d{1,2})?$/.test(this.cap)) {
      return '–';
    }
    const hundredths = (typed: string): bigint => {
      const [whole = '0', fraction = ''] = typed.split('.');
      return BigInt(whole + fraction.padEnd(2, '0'));
    };
    const units = (hundredths(this.quantity) * hundredths(this.cap)).toString().padStart(7, '0');
    return dollars(`${units.slice(0, -6)}.${units.slice(-6)}`);
  }

  private async submit(event: SubmitEvent, choice: StrikeChoice): Promise<void> {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const [whole = '0', fraction = ''] = this.cap.split('.');
    const wish: Wish = {
      ticker: choice.row.ticker,
      side: choice.side,
      quantity: this.quantity,
      priceCapDollars: `0.${whole.padStart(2, '0')}${fraction}`,
    };
    this.busy = true;
    this.failure = '';
    this.answer = undefined;
    try {
      const answer = await openTrade(wish, this.key);
      this.answer = answer;
      if (answer.outcome === 'placed') {
        toasts.say('good', text.trade.placedWhat(contracts(wish.quantity), wish.side, shownStrike(choice.row.strike)));
        this.dialog.close();
      } else if (answer.outcome === 'denied') {
        this.key = newKey();
      }
    } catch (error) {
      this.failure = reasonOf(error);
    } finally {
      this.busy = false;
    }
  }
}
