import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { AuditRow, AuditVerification, Page } from '../api/types';
import { factLine } from '../format/facts';
import { moment } from '../format/time';
import { sentence } from '../format/words';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';
import './page-turner';

/** What operators did, and whether the chain of it holds; for admins. */
@customElement('audit-log')
export class AuditLogView extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      :host {
        --folds: 24px minmax(0, 5fr) minmax(0, 3fr) minmax(0, 4fr);
      }
      .facts {
        white-space: normal;
        overflow-wrap: anywhere;
        min-width: 200px;
      }
    `,
  ];

  @state() private found: Page<AuditRow> | undefined;
  @state() private verified: AuditVerification | undefined;
  @state() private failure = '';
  private page = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    const words = text.user;
    return html`<section class="panel" aria-label=${words.audit}>
      <div class="panel-head">
        <h2>${words.audit}</h2>
        <span>
          ${this.verified === undefined
            ? nothing
            : html`<span class="tag ${this.verified.intact ? 'good' : 'bad'}" id="chain"
                >${this.verified.intact ? words.intact(this.verified.rows) : words.broken(this.verified.firstBroken ?? 0)}</span
              >`}
          <button @click=${(): void => void this.verify()}>${words.verify}</button>
        </span>
      </div>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      ${this.found === undefined ? nothing : this.table(this.found)}
    </section>`;
  }

  private table(found: Page<AuditRow>): TemplateResult {
    const words = text.user;
    return html`<div class="scroll">
        <table class="folds">
          <thead>
            <tr><th class="number">#</th><th>${words.when}</th><th>${words.who}</th><th>${words.did}</th><th class="below">${words.facts}</th></tr>
          </thead>
          <tbody>
            ${found.items.map(
              (row) => html`<tr>
                <td class="number faint">${row.seq}</td>
                <td class="soft">${moment(row.at)}</td>
                <td>${row.actor}</td>
                <td>${sentence(row.action.replace(/-/g, '_'))}</td>
                <td class="facts soft below">${factLine(row.facts)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <page-turner
        .page=${found.page}
        .size=${found.size}
        .total=${found.total}
        @turn=${(event: CustomEvent<number>): void => {
          this.page = event.detail;
          void this.load();
        }}
      ></page-turner>`;
  }

  private async load(): Promise<void> {
    try {
      this.found = await get<Page<AuditRow>>(`audit?page=${this.page}&size=20`);
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }

  private async verify(): Promise<void> {
    try {
      this.verified = await get<AuditVerification>('audit/verification');
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}
