import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Health, HealthPoint } from '../api/types';
import '../charts/chart-box';
import { palette } from '../charts/palette';
import { resourceOption } from '../charts/resource-option';
import { percent } from '../format/number';
import { sentence } from '../format/words';
import { preferences } from '../stores/preferences';
import { Watch } from '../stores/store';
import { shared } from '../styles/shared';
import { text } from '../text/text';

const RELOAD_MS = 10_000;

/** How the machine bears it: the newest figures, their course, and instances that should not be; tells each look it reads. */
@customElement('health-panel')
export class HealthPanel extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        --chart-height: 170px;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2) var(--gap-5);
        margin: 0 0 var(--gap-2);
      }
      dl div {
        display: flex;
        flex-direction: column-reverse;
      }
      dt {
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      dd {
        margin: 0;
        font-weight: 650;
        font-size: var(--text-l);
      }
    `,
  ];

  @state() private health: Health | undefined;
  @state() private points: HealthPoint[] = [];
  private timer: number | undefined;

  constructor() {
    super();
    new Watch(this, preferences);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.load(), RELOAD_MS);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  protected override render(): TemplateResult {
    const words = text.system;
    const newest = this.points.at(-1);
    const status = this.health?.status ?? newest?.status;
    return html`<section class="panel" aria-label=${words.resources}>
      <div class="panel-head">
        <h2>${words.resources}</h2>
        ${status === undefined ? nothing : html`<span class="tag ${{ healthy: 'good', degraded: 'warn', critical: 'bad' }[status] ?? ''}">${sentence(status)}</span>`}
      </div>
      ${this.health?.duplicates.map((one) => html`<p class="notice warn">${words.duplicate(one.instance, one.reason)}</p>`)}
      ${newest === undefined ? html`<p class="empty">${words.noHealth}</p>` : this.figures(newest)}
    </section>`;
  }

  private figures(newest: HealthPoint): TemplateResult {
    const words = text.system;
    return html`<dl>
        ${this.figure(words.cpu, percent(newest.cpuPercent, 0))} ${this.figure(words.memory, percent(newest.memoryPercent, 0))}
        ${this.figure(words.disk, percent(newest.diskPercent, 0))} ${this.figure(words.connections, String(newest.connections ?? '–'))}
        ${this.figure(words.commit, newest.commitMs === undefined ? '–' : `${newest.commitMs.toFixed(0)} ms`)}
      </dl>
      <chart-box .option=${resourceOption(this.points, palette())} label=${words.resourcesLabel}></chart-box>`;
  }

  private figure(name: string, value: string): TemplateResult {
    return html`<div><dd>${value}</dd><dt>${name}</dt></div>`;
  }

  private async load(): Promise<void> {
    try {
      this.points = await get<HealthPoint[]>('system/health-history');
      this.health = this.points.length === 0 ? undefined : await get<Health>('system/health');
      this.dispatchEvent(new CustomEvent<Health | null>('look', { detail: this.health ?? null }));
    } catch {
      // The page says what is wrong.
    }
  }
}
