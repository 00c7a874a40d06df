import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { BalancePoint } from '../api/types';
import '../charts/chart-box';
import { balanceOption } from '../charts/balance-option';
import { palette } from '../charts/palette';
import { preferences } from '../stores/preferences';
import { Watch } from '../stores/store';
import { account } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

const SPANS: [number, string][] = [
  [24, '1d'],
  [168, '7d'],
  [720, '30d'],
];

/** How the money on each shard went. */
@customElement('balance-chart')
export class BalanceChart extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        --chart-height: 200px;
      }
      .none {
        height: var(--chart-height);
        display: grid;
        place-items: center;
      }
    `,
  ];

  @state() private hours = 24;
  @state() private points: BalancePoint[] = [];
  @state() private failure = '';
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, preferences);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = account.subscribe(() => void this.load());
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" aria-label=${text.account.course}>
      <div class="panel-head">
        <h2>${text.account.course}</h2>
        <div class="choice" role="group" aria-label=${text.chart.span}>
          ${SPANS.map(
            ([hours, name]) => html`<button aria-pressed=${this.hours === hours ? 'true' : 'false'} @click=${(): void => void this.show(hours)}>${name}</button>`,
          )}
        </div>
      </div>
      ${this.points.length === 0
        ? html`<p class="none faint">${this.failure || text.account.noCourse}</p>`
        : html`<chart-box .option=${balanceOption(this.points, palette())} label=${text.account.course}></chart-box>`}
    </section>`;
  }

  private async show(hours: number): Promise<void> {
    this.hours = hours;
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      this.points = await get<BalancePoint[]>(`account/balance-history?hours=${this.hours}`);
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}
