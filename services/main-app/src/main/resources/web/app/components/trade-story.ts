import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { TimelineEntry, Trade } from '../api/types';
import { tradeStrike } from '../format/market';
import { factLine } from '../format/facts';
import { dollars, signClass } from '../format/number';
import { moment } from '../format/time';
import { sentence } from '../format/words';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';

/** One trade from the decision to the settlement, each moment in its order. */
@customElement('trade-story')
export class TradeStory extends LitElement {
  static override styles = [
    shared,
    sheet,
    css`
      dialog {
        width: min(760px, calc(100vw - 24px));
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: 16px 1fr;
        gap: var(--gap-3);
        position: relative;
        padding-bottom: var(--gap-3);
      }
      li:not(:last-child)::before {
        content: '';
        position: absolute;
        left: 7px;
        top: 14px;
        bottom: -4px;
        width: 2px;
        background: var(--line);
      }
      i {
        width: 10px;
        height: 10px;
        margin: 5px 3px 0;
        border-radius: 50%;
        background: var(--ink-faint);
        position: relative;
      }
      i.decision {
        background: var(--accent);
      }
      i.order {
        background: var(--warn);
      }
      i.fill,
      i.settlement {
        background: var(--good);
      }
      .facts {
        font-size: var(--text-xs);
        overflow-wrap: anywhere;
      }
      .when {
        float: right;
        margin-left: var(--gap-2);
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private trade: Trade | undefined;
  @state() private entries: TimelineEntry[] | undefined;
  @state() private failure = '';

  async open(trade: Trade): Promise<void> {
    this.trade = trade;
    this.entries = undefined;
    this.failure = '';
    this.dialog.showModal();
    try {
      this.entries = await get<TimelineEntry[]>(`trades/${trade.tradeId}/timeline`);
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <div class="sheet-body">
        ${this.head()} ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : this.body()}
        <div class="actions"><button @click=${(): void => this.dialog.close()}>${text.close}</button></div>
      </div>
    </dialog>`;
  }

  private head(): TemplateResult | typeof nothing {
    const trade = this.trade;
    return trade === undefined
      ? nothing
      : html`<div>
          <h2 id="title">
            ${trade.symbol} <span class=${trade.side.toLowerCase()}>${trade.side}</span> $${tradeStrike(trade.strikeDollars, trade.strikeType)}
            <span class=${signClass(trade.pnlDollars)}>${trade.pnlDollars === undefined ? nothing : dollars(trade.pnlDollars, 2, true)}</span>
          </h2>
          <p class="faint">${text.story.title} · <span class="mono">${trade.ticker}</span></p>
        </div>`;
  }

  private body(): TemplateResult {
    if (this.entries === undefined) {
      return html`<p class="empty">${text.story.loading}</p>`;
    }
    return this.entries.length === 0
      ? html`<p class="empty">${text.story.empty}</p>`
      : html`<ol>
          ${this.entries.map(
            (entry) => html`<li>
              <i class=${entry.kind}></i>
              <div>
                <span class="when faint">${moment(entry.at)}</span>
                <b>${text.story.kinds[entry.kind]}</b> ${sentence(entry.what.replace(/([a-z])([A-Z])/g, '$1_$2'))}
                <div class="facts soft">${factLine({ ...entry.facts, at: undefined })}</div>
              </div>
            </li>`,
          )}
        </ol>`;
  }
}
