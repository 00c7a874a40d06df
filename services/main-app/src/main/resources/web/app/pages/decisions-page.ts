import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { get, reasonOf } from '../api/client';
import type { Decision, Page } from '../api/types';
import '../components/decision-rows';
import '../components/page-turner';
import { dollars, withSign } from '../format/number';
import { countdown, easternMidnight, moment } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { preferences } from '../stores/preferences';
import { Watch } from '../stores/store';
import { decisions } from '../stores/topics';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';

type Filter = 'symbol' | 'outcome' | 'reason' | 'from' | 'to';

/** The journal of auto entry: every evaluation with what it saw and why it did or did not enter. */
@customElement('decisions-page')
export class DecisionsPage extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      :host {
        --folds: minmax(0, 1fr) 52px 84px 84px;
      }
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        gap: var(--gap-2);
        margin-bottom: var(--gap-3);
        align-items: end;
      }
      .why {
        white-space: normal;
        min-width: 200px;
      }
      tr.open td {
        border-bottom: 0;
      }
      td.inside {
        white-space: normal;
        padding: 0 0 var(--gap-3);
      }
    `,
  ];

  @state() private filter: Partial<Record<Filter, string>> = {};
  @state() private found: Page<Decision> | undefined;
  @state() private reasons: string[] = [];
  @state() private opened: string | undefined;
  @state() private failure = '';
  private page = 0;
  private asked = 0;
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, connection, preferences);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    connection.follow(['decisions']);
    this.stop = decisions.subscribe(() => void this.load());
    void this.load();
    void this.loadReasons();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): TemplateResult {
    const words = text.decisions;
    return html`<section class="panel" aria-label=${words.title}>
      <h2>${words.title}</h2>
      <div class="filters">
        ${this.select('symbol', words.symbol, [['', words.allSymbols], ...preferences.symbols.map((name): [string, string] => [name, name])])}
        ${this.select('outcome', words.outcome, [['', words.allOutcomes], ['entry', words.entry], ['refused', words.refused]])}
        ${this.select('reason', words.reason, [['', words.anyReason], ...this.reasons.map((code): [string, string] => [code, sentence(code)])])}
        ${(['from', 'to'] as const).map(
          (name) => html`<div>
            <label for=${name}>${words[name]}</label>
            <input id=${name} type="date" @change=${(event: Event): void => this.choose(name, event)} />
          </div>`,
        )}
      </div>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      ${this.found === undefined ? nothing : this.table(this.found)}
    </section>`;
  }

  private select(name: Filter, label: string, choices: [string, string][]): TemplateResult {
    return html`<div>
      <label for=${name}>${label}</label>
      <select id=${name} @change=${(event: Event): void => this.choose(name, event)}>
        ${choices.map(([value, shown]) => html`<option value=${value} ?selected=${value === (this.filter[name] ?? '')}>${shown}</option>`)}
      </select>
    </div>`;
  }

  private table(found: Page<Decision>): TemplateResult {
    const words = text.decisions;
    return html`${found.items.length === 0
        ? html`<p class="empty">${words.empty}</p>`
        : html`<div class="scroll">
            <table class="folds">
              <thead>
                <tr>
                  <th>${words.when}</th>
                  <th>${words.symbol}</th>
                  <th>${words.what}</th>
                  <th class="below">${words.why}</th>
                  <th class="number phone-less">${words.times}</th>
                  <th class="number phone-less">${words.price}</th>
                  <th class="number phone-less">${words.ttc}</th>
                  <th class="number phone-less">${words.momentum}</th>
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${repeat(
                  found.items,
                  (decision) => decision.decisionId,
                  (decision) => this.row(decision),
                )}
              </tbody>
            </table>
          </div>`}
      <page-turner .page=${found.page} .size=${found.size} .total=${found.total} @turn=${(event: CustomEvent<number>): void => this.turn(event.detail)}></page-turner>`;
  }

  private row(decision: Decision): TemplateResult {
    const words = text.decisions;
    const open = this.opened === decision.decisionId;
    const seen = decision.document;
    const entry = decision.outcome === 'entry';
    return html`<tr class=${open ? 'open' : ''}>
        <td class="soft">${moment(decision.businessAt)}</td>
        <td>${decision.symbol}</td>
        <td><span class="tag ${entry ? 'good' : ''}">${entry ? words.enters : words.refuses}</span></td>
        <td class="why below">${entry ? html`<span class="mono">${decision.ticker}</span> ${decision.side}` : decision.reasons.map(sentence).join('; ')}</td>
        <td class="number phone-less">${decision.repeated}</td>
        <td class="number phone-less">${dollars(seen.currentPrice)}</td>
        <td class="number phone-less">${seen.ttcSeconds === undefined ? '–' : countdown(seen.ttcSeconds)}</td>
        <td class="number phone-less">${seen.momentum === undefined ? '–' : withSign(seen.momentum.score * 100, 0)}</td>
        <td class="number">
          <button class="quiet" aria-expanded=${open ? 'true' : 'false'} @click=${(): void => void (this.opened = open ? undefined : decision.decisionId)}>
            ${words.more}
          </button>
        </td>
      </tr>
      ${open ? html`<tr><td class="inside" colspan="9"><decision-rows .decision=${decision}></decision-rows></td></tr>` : nothing}`;
  }

  private choose(name: Filter, event: Event): void {
    this.filter = { ...this.filter, [name]: (event.target as HTMLInputElement | HTMLSelectElement).value };
    this.turn(0);
  }

  private turn(page: number): void {
    this.page = page;
    this.opened = undefined;
    void this.load();
  }

  private query(): string {
    const { from, to, ...choices } = this.filter;
    const query = new URLSearchParams({ page: String(this.page), size: '25' });
    Object.entries(choices).forEach(([name, value]) => value && query.set(name, value));
    if (from) {
      query.set('from', easternMidnight(from));
    }
    if (to) {
      query.set('to', easternMidnight(to, 1));
    }
    return query.toString();
  }

  /** Only the newest question's answer counts. */
  private async load(): Promise<void> {
    const asked = ++this.asked;
    try {
      const found = await get<Page<Decision>>(`decisions?${this.query()}`);
      if (asked === this.asked) {
        this.found = found;
        this.failure = '';
      }
    } catch (error) {
      if (asked === this.asked) {
        this.failure = reasonOf(error);
      }
    }
  }

  private async loadReasons(): Promise<void> {
    try {
      this.reasons = await get<string[]>('decision-reasons');
    } catch {
      // The filter offers what it can; the table says what is wrong.
    }
  }
}
