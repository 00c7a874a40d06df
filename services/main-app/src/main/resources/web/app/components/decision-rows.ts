import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Decision } from '../api/types';
import { factLine } from '../format/facts';
import { reasonText } from '../format/reasons';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** Inside a decision: what held for all rows, each row with its reasons, and the settings it was judged by. */
@customElement('decision-rows')
export class DecisionRows extends LitElement {
  static override styles = [
    shared,
    css`
      .box {
        display: grid;
        gap: var(--gap-2);
        background: var(--raised);
        border-radius: var(--radius-s);
        padding: var(--gap-3);
        font-size: var(--text-s);
      }
      li {
        overflow-wrap: anywhere;
      }
      ul {
        margin: 0;
        padding-left: 18px;
        display: grid;
        gap: 2px;
      }
      h3 {
        font-size: var(--text-xs);
        color: var(--ink-faint);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) decision: Decision | undefined;

  protected override render(): TemplateResult | typeof nothing {
    if (this.decision === undefined) {
      return nothing;
    }
    const seen = this.decision.document;
    const words = text.decisions;
    return html`<div class="box">
      ${(seen.refusals ?? []).length === 0
        ? nothing
        : html`<div><h3>${words.all}</h3><ul>${seen.refusals?.map((refusal) => html`<li>${reasonText(refusal)}</li>`)}</ul></div>`}
      ${(seen.rows ?? []).length === 0
        ? nothing
        : html`<div>
            <h3>${words.rows}</h3>
            <ul>
              ${seen.rows?.map(
                (row) => html`<li>
                  <span class="mono">${row.facts.ticker}</span> ${row.facts.side}:
                  ${row.decision === 'enter' ? html`<span class="good">${words.enters}</span>` : (row.facts.refusals ?? []).map(reasonText).join('; ')}
                </li>`,
              )}
            </ul>
          </div>`}
      ${seen.settings === undefined ? nothing : html`<div><h3>${words.inputs}</h3><p class="soft">${factLine(seen.settings)}</p></div>`}
    </div>`;
  }
}
