import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** What actions came to, bottom right, read out by screen readers. */
@customElement('toast-list')
export class ToastList extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: fixed;
        right: var(--gap-4);
        bottom: var(--gap-4);
        z-index: 20;
        width: min(380px, calc(100vw - 2 * var(--gap-4)));
      }
      .all {
        display: grid;
        gap: var(--gap-2);
      }
      .notice {
        background: var(--raised);
        box-shadow: var(--shadow);
        display: flex;
        gap: var(--gap-2);
        align-items: start;
        justify-content: space-between;
      }
      button {
        min-height: 24px;
        padding: 0 6px;
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, toasts);
  }

  protected override render(): TemplateResult {
    return html`<div class="all" role="log" aria-live="polite">
      ${repeat(
        toasts.shown,
        (toast) => toast.id,
        (toast) => html`<div class="notice ${toast.kind}">
          <span>${toast.text}</span>
          <button class="quiet" aria-label=${text.dismiss} @click=${(): void => toasts.drop(toast.id)}>✕</button>
        </div>`,
      )}
    </div>`;
  }
}
