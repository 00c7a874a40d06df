import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** Turns pages of rows that the server counts. */
@customElement('page-turner')
export class PageTurner extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: var(--gap-2);
        margin-top: var(--gap-2);
      }
    `,
  ];

  @property({ type: Number }) page = 0;
  @property({ type: Number }) size = 50;
  @property({ type: Number }) total = 0;

  protected override render(): TemplateResult {
    const first = this.total === 0 ? 0 : this.page * this.size + 1;
    const last = Math.min(this.total, (this.page + 1) * this.size);
    return html`
      <span class="faint">${text.pages.of(first, last, this.total)}</span>
      <button ?disabled=${this.page === 0} aria-label=${text.pages.previous} @click=${(): void => this.turn(-1)}>‹</button>
      <button ?disabled=${last >= this.total} aria-label=${text.pages.next} @click=${(): void => this.turn(1)}>›</button>
    `;
  }

  private turn(by: number): void {
    this.dispatchEvent(new CustomEvent<number>('turn', { detail: this.page + by }));
  }
}
