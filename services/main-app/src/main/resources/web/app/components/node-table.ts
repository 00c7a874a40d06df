import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DatabaseStandby, Health, NodeFigures } from '../api/types';
import { megabytes, percent } from '../format/number';
import { age } from '../format/time';
import { sentence } from '../format/words';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';

/** What the nodes of the cluster use of what pods may, and who follows the database. */
@customElement('node-table')
export class NodeTable extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      h2 + * {
        margin-bottom: var(--gap-4);
      }
      h2 + *:last-child {
        margin-bottom: 0;
      }
      td {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The newest look of the system monitor. */
  @property({ attribute: false }) health: Health | undefined;

  protected override render(): TemplateResult {
    const nodes = this.health?.resources.nodes ?? [];
    const standbys = this.health?.database.standbys ?? [];
    return html`<section class="panel" aria-label=${text.nodes.title}>
      <h2>${text.nodes.title}</h2>
      ${this.health === undefined ? this.empty(text.system.noHealth) : nodes.length === 0 ? this.empty(text.nodes.none) : this.nodes(nodes)}
      <h2>${text.nodes.standbys}</h2>
      ${this.health === undefined ? this.empty(text.system.noHealth) : standbys.length === 0 ? this.empty(text.nodes.noStandbys) : this.standbys(standbys)}
    </section>`;
  }

  private empty(why: string): TemplateResult {
    return html`<p class="empty">${why}</p>`;
  }

  private nodes(nodes: NodeFigures[]): TemplateResult {
    return html`<div class="scroll">
      <table class="folds fine" id="nodes">
        <thead>
          <tr>
            <th class="first of18">${text.nodes.node}</th>
            <th class="number first of6 end">${text.nodes.read}</th>
            <th class="number of6">${text.system.cpu}</th>
            <th class="number of6">${text.system.memory}</th>
            <th class="of12 end">${text.nodes.lacks}</th>
          </tr>
        </thead>
        <tbody>
          ${nodes.map(
            (node) => html`<tr>
              <td class="mono first of18">${node.node}</td>
              <td class="number faint first of6 end">${age(node.readAgeMs)}</td>
              <td class="number of6">${node.cpuPercent === undefined ? text.unknown : percent(node.cpuPercent, 0)}</td>
              <td class="number of6">${node.memoryPercent === undefined ? text.unknown : percent(node.memoryPercent, 0)}</td>
              <td class="of12 end ${node.pressures.length === 0 ? 'faint' : 'bad'}">${node.pressures.length === 0 ? text.nodes.nothing : node.pressures.join(', ')}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private standbys(standbys: DatabaseStandby[]): TemplateResult {
    return html`<div class="scroll">
      <table class="folds fine" id="database-standbys">
        <thead>
          <tr>
            <th class="first of14">${text.nodes.standby}</th>
            <th class="first of10 end">${text.services.state}</th>
            <th class="of12">${text.nodes.synchronous}</th>
            <th class="of12 end">${text.nodes.behind}</th>
          </tr>
        </thead>
        <tbody>
          ${standbys.map(
            (standby) => html`<tr>
              <td class="mono first of14">${standby.name}</td>
              <td class="first of10 end">${standby.state === undefined ? text.unknown : sentence(standby.state)}</td>
              <td class="of12">${standby.synchronous === undefined ? text.unknown : standby.synchronous ? text.nodes.waitedFor : text.nodes.notWaitedFor}</td>
              <td class="of12 end">${behind(standby)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

/** In time where commits were made lately, and in what is not yet applied there. */
function behind(standby: DatabaseStandby): string {
  const told = [standby.lagMs === undefined ? [] : age(standby.lagMs), standby.lagBytes === undefined ? [] : megabytes(standby.lagBytes)].flat();
  return told.length === 0 ? text.unknown : told.join(' · ');
}
