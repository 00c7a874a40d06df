import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { age } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { Watch } from '../stores/store';
import { sources } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

interface Shown {
  name: string;
  good: boolean;
  detail: string;
}

/** Where the page's numbers come from: one dot each, red when what rests on it must not be believed. */
@customElement('source-strip')
export class SourceStrip extends LitElement {
  static override styles = [
    shared,
    css`
      details {
        position: relative;
      }
      summary {
        list-style: none;
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 32px;
        padding: 0 8px;
        border: 1px solid var(--line-strong);
        border-radius: 99px;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .dot {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--good);
      }
      .dot.off {
        background: var(--bad);
        border-radius: 2px;
        transform: rotate(45deg);
      }
      ul {
        position: absolute;
        z-index: 30;
        top: calc(100% + 6px);
        left: 0;
        width: min(330px, calc(100vw - 24px));
        list-style: none;
        margin: 0;
        padding: var(--gap-3) var(--gap-4);
        display: grid;
        gap: var(--gap-2);
        background: var(--panel);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
      }
      li {
        display: grid;
        grid-template-columns: auto auto 1fr;
        align-items: center;
        gap: var(--gap-2);
        font-size: var(--text-s);
      }
      li span:last-child {
        text-align: right;
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, sources, connection);
  }

  protected override render(): TemplateResult {
    const all = this.shown();
    const late = all.filter((source) => !source.good).map((source) => source.name);
    const label = late.length === 0 ? text.sources.fresh : text.sources.late(late.join(', '));
    return html`<details>
      <summary aria-label=${label} title=${label} id="sources">
        ${all.map((source) => html`<i class="dot ${source.good ? '' : 'off'}"></i>`)}
      </summary>
      <ul aria-label=${text.sources.title}>
        ${all.map(
          (source) => html`<li>
            <i class="dot ${source.good ? '' : 'off'}"></i><b>${source.name}</b><span class=${source.good ? 'faint' : 'bad'}>${source.detail}</span>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  private shown(): Shown[] {
    const names = text.sources;
    const line = { name: names.line, good: connection.connected, detail: connection.connected ? 'WebSocket' : '–' };
    const database = { name: names.database, good: connection.usable, detail: connection.usable ? 'PostgreSQL' : '–' };
    return [
      line,
      database,
      ...sources.all().map((source) => ({
        name: nameOf(source.source),
        good: connection.usable && source.fresh,
        detail: `${sentence(source.state)} · ${names.ago(age(source.ageMs))}`,
      })),
    ];
  }
}

function nameOf(source: string): string {
  const [kind = '', what = ''] = source.split(':');
  const names = text.sources;
  switch (kind) {
    case 'price':
      return `${what} ${names.prices}`;
    case 'table':
      return `${what} ${names.table}`;
    case 'books':
      return `${names.books} ${what.replace(/^KX([A-Z]+)D-.*$/, '$1')}`;
    case 'account':
      return names.account;
    default:
      return names.exchange;
  }
}
