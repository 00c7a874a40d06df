import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { age } from '../format/time';
import { serviceWord } from '../format/words';
import { serviceState } from '../stores/house';
import { Watch } from '../stores/store';
import { services } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** Each service as a dot with its name: does it produce correct results? */
@customElement('service-strip')
export class ServiceStrip extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
        gap: 4px var(--gap-3);
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        min-width: 0;
        font-size: var(--text-s);
      }
      li span.name {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      li span.age {
        flex: none;
        width: 54px;
      }
      .dot {
        flex: none;
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--good);
      }
      .dot.warn {
        background: var(--warn);
        border-radius: 2px;
      }
      .dot.bad {
        background: var(--bad);
        border-radius: 2px;
        transform: rotate(45deg);
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, services);
  }

  protected override render(): TemplateResult {
    const active = services.all().filter((instance) => instance.role === 'active');
    return html`<section class="panel" aria-label=${text.services.title}>
      <h2>${text.services.title}</h2>
      ${active.length === 0
        ? html`<p class="empty">${text.services.none}</p>`
        : html`<ul>
            ${active.map((instance) => {
              const state = serviceState(instance);
              return html`<li>
                <i class="dot ${state.colour}" role="img" aria-label=${state.text} title=${state.text}></i>
                <span class="name" title=${instance.service}>${serviceWord(instance.service)}</span>
                <span class="age ${state.colour === 'good' ? 'faint' : state.colour}">${age(instance.beatAgeMs)}</span>
              </li>`;
            })}
          </ul>`}
    </section>`;
  }
}
