import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { countdown, hour } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { Ticking, Watch } from '../stores/store';
import { strikeTables } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

const RED_SECONDS = 180;
const AMBER_SECONDS = 300;
const GREEN_SECONDS = 900;

/** Time to close of the market shown, on the clock of the markets. */
@customElement('ttc-clock')
export class TtcClock extends LitElement {
  static override styles = [
    shared,
    css`
      .clock {
        font-size: 2.5rem;
        font-weight: 750;
        line-height: 1.1;
        letter-spacing: 0.01em;
      }
      .title {
        font-weight: 600;
      }
    `,
  ];

  @property() symbol = 'BTC';

  constructor() {
    super();
    new Watch(this, strikeTables, connection);
    new Ticking(this);
  }

  protected override render(): TemplateResult {
    const table = strikeTables.get(this.symbol)?.table;
    const now = connection.now();
    if (table === undefined) {
      return html`<section class="panel"><h2>${text.clock.title}</h2><p class="empty">${text.clock.none}</p></section>`;
    }
    const seconds = now === undefined ? undefined : (Date.parse(table.closesAt) - now) / 1000;
    const colour =
      seconds === undefined ? 'faint' : seconds <= RED_SECONDS ? 'bad' : seconds <= AMBER_SECONDS ? 'warn' : seconds <= GREEN_SECONDS ? 'good' : 'soft';
    const closed = seconds !== undefined && seconds <= 0;
    const open = table.marketStatus === 'ACTIVE' && !closed;
    return html`<section class="panel">
      <div class="panel-head">
        <h2>${text.clock.title}</h2>
        <span class="tag ${open ? 'good' : 'warn'}">${closed ? text.clock.closed : sentence(table.marketStatus)}</span>
      </div>
      <div class="clock ${colour}" id="ttc" role="timer">${seconds === undefined ? '–' : countdown(seconds)}</div>
      <p class="title">${table.marketTitle}</p>
      <p class="faint">${text.clock.closes(hour(table.closesAt))}${table.strikeTier === undefined ? '' : text.clock.strikes(table.strikeTier)}</p>
    </section>`;
  }
}
