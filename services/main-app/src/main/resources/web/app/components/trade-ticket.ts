import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { connection } from '../stores/connection';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { ticket } from '../stores/ticket';
import { controls } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';
import './one-click-dialog';
import type { OneClickDialog } from './one-click-dialog';

/** What a click on an ask asks for: size times multiplier, so much above the ask, at once or after a look. */
@customElement('trade-ticket')
export class TradeTicket extends LitElement {
  static override styles = [
    shared,
    css`
      .all {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 92px)) minmax(max-content, 1fr);
        align-items: end;
        gap: var(--gap-2) var(--gap-3);
      }
      .field,
      .go {
        display: grid;
        gap: 2px;
      }
      .go {
        justify-self: end;
      }
      .field label {
        white-space: nowrap;
      }
      .field input {
        min-height: 34px;
        text-align: right;
      }
      .result {
        font-size: var(--text-s);
        text-align: right;
        white-space: nowrap;
      }
      .one {
        min-height: 34px;
      }
      @media (max-width: 560px) {
        .all {
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }
        .go {
          grid-column: 1 / -1;
          justify-self: stretch;
          display: flex;
          align-items: center;
          justify-content: space-between;
        }
      }
      .one[aria-pressed='true'] {
        color: var(--warn);
        border-color: var(--warn);
        background: var(--warn-soft);
      }
    `,
  ];

  @query('one-click-dialog') private readonly dialog!: OneClickDialog;

  constructor() {
    super();
    new Watch(this, ticket, controls, session, connection);
  }

  protected override render(): TemplateResult {
    const on = session.current?.oneClick ?? false;
    return html`<section class="panel" aria-label=${text.ticket.title}>
      <div class="all">
        ${this.field('size', text.ticket.size, ticket.size)} ${this.field('multiplier', text.ticket.multiplier, ticket.multiplier)}
        ${this.field('slip', text.ticket.slip, ticket.slipCents)}
        <div class="go">
          <span class="result soft">${text.ticket.result(ticket.contracts)}</span>
          <button
            class="one"
            id="one-click"
            aria-pressed=${on ? 'true' : 'false'}
            title=${on ? text.ticket.oneClickOn : text.ticket.oneClickOff}
            ?disabled=${!connection.usable || !session.mayTrade}
            @click=${(): void => void this.dialog.toggle(!on)}
          >
            ${on ? text.ticket.oneClickLabelOn : text.ticket.oneClickLabelOff}
          </button>
        </div>
      </div>
      <one-click-dialog></one-click-dialog>
    </section>`;
  }

  private field(name: 'size' | 'multiplier' | 'slip', label: string, value: number): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        inputmode="numeric"
        autocomplete="off"
        pattern="[0-9]{1,6}"
        .value=${String(value)}
        @change=${(event: Event): void => this.edit(name, event.target as HTMLInputElement)}
      />
    </div>`;
  }

  /** What is no number falls back to the last one that was. */
  private edit(name: 'size' | 'multiplier' | 'slip', input: HTMLInputElement): void {
    ticket.set(name, input.value.trim());
    input.value = String(name === 'size' ? ticket.size : name === 'multiplier' ? ticket.multiplier : ticket.slipCents);
  }
}
