import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../charts/chart-box';
import { momentumOption, type Thresholds } from '../charts/momentum-option';
import { palette } from '../charts/palette';
import { withSign } from '../format/number';
import { connection } from '../stores/connection';
import { preferences } from '../stores/preferences';
import { PriceSeries } from '../stores/series';
import { loadSettings, savedSettings } from '../stores/settings';
import { Ticking, Watch } from '../stores/store';
import { prices } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

const MINUTES = 30;
const REDRAW_MS = 1_000;

/** Half an hour of momentum and the lines at which entries pause. */
@customElement('momentum-chart')
export class MomentumChart extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        --chart-height: 130px;
      }
    `,
  ];

  @property() symbol = 'BTC';
  private series: PriceSeries | undefined;
  private limits: Thresholds | undefined;
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, preferences);
    new Ticking(this, REDRAW_MS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = savedSettings.subscribe(() => void this.loadLimits());
    void this.loadLimits();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
    this.series?.end();
    this.series = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.series === undefined || changed.has('symbol')) {
      this.series?.end();
      this.series = PriceSeries.begin(this.symbol, MINUTES, () => this.requestUpdate());
    }
  }

  protected override render(): TemplateResult {
    const momentum = prices.get(this.symbol)?.momentum;
    const steps = this.series?.steps ?? [];
    const now = connection.now();
    const option = steps.length === 0 || now === undefined ? undefined : momentumOption(steps, now, MINUTES, this.limits, palette());
    return html`<section class="panel" aria-label=${text.chart.momentum}>
      <h2>${text.chart.momentum}</h2>
      <chart-box
        .option=${option}
        label=${text.chart.describeMomentum(this.symbol, momentum === undefined ? '–' : withSign(momentum * 100, 0))}
      ></chart-box>
    </section>`;
  }

  private async loadLimits(): Promise<void> {
    try {
      const { values } = await loadSettings('auto-entry');
      this.limits = { spike: Number(values['spikeAlertMomentumThreshold']), calm: Number(values['spikeAlertCooldownThreshold']) };
    } catch {
      // The lines appear once the settings can be read.
    }
  }
}
