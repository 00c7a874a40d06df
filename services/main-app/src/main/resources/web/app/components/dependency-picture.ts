import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Dependency } from '../api/types';
import { serviceWord } from '../format/words';
import { serviceState } from '../stores/house';
import { Watch } from '../stores/store';
import { services } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

const WIDTH = 204;
const HEIGHT = 34;
const GAP_X = 14;
const GAP_Y = 40;
const PER_ROW = 5;

interface Node {
  name: string;
  x: number;
  y: number;
}

/** Who rests on whom, from the foundations up; the root cause of an open incident is ringed. */
@customElement('dependency-picture')
export class DependencyPicture extends LitElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        min-width: 760px;
        max-width: 1120px;
        margin: 0 auto;
        height: auto;
        font: inherit;
        font-size: 12px;
      }
      rect {
        fill: var(--raised);
        stroke: var(--line-strong);
      }
      .good rect {
        stroke: var(--good);
      }
      .warn rect {
        stroke: var(--warn);
        fill: var(--warn-soft);
      }
      .bad rect {
        stroke: var(--bad);
        fill: var(--bad-soft);
      }
      .cause rect {
        stroke: var(--bad);
        stroke-width: 3;
        fill: var(--bad-soft);
      }
      .ground rect {
        stroke-dasharray: 4 3;
        fill: var(--ground);
      }
      text {
        fill: var(--ink);
        text-anchor: middle;
        dominant-baseline: central;
      }
      path {
        fill: none;
        stroke: var(--line-strong);
      }
      path.hurt {
        stroke: var(--bad);
        stroke-width: 2;
      }
    `,
  ];

  /** Root causes of open incidents. */
  @property({ attribute: false }) causes: string[] = [];
  @state() private known: Dependency[] = [];

  constructor() {
    super();
    new Watch(this, services);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" aria-label=${text.system.dependencies}>
      <h2>${text.system.dependencies}</h2>
      ${this.known.length === 0 ? html`<p class="empty">${text.none}</p>` : html`<div class="scroll">${this.picture()}</div>`}
    </section>`;
  }

  private picture(): TemplateResult {
    const nodes = this.nodes();
    const at = new Map(nodes.map((node) => [node.name, node]));
    const edges = this.known.flatMap((one) => [...one.dependsOn, ...one.foundations.filter((name) => name !== 'database')].map((below) => ({ from: one.service, to: below })));
    const height = Math.max(...nodes.map((node) => node.y)) + HEIGHT + 4;
    const width = PER_ROW * (WIDTH + GAP_X);
    return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${text.system.dependenciesLabel}>
      ${edges.map(({ from, to }) => this.edge(at.get(from), at.get(to), this.causes.includes(to)))} ${nodes.map((node) => this.node(node))}
    </svg>`;
  }

  private edge(from: Node | undefined, to: Node | undefined, hurt: boolean): TemplateResult {
    if (from === undefined || to === undefined) {
      return svg``;
    }
    const [x1, y1, x2, y2] = [from.x + WIDTH / 2, from.y + HEIGHT, to.x + WIDTH / 2, to.y];
    const middle = (y1 + y2) / 2;
    return svg`<path class=${hurt ? 'hurt' : ''} d="M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}"></path>`;
  }

  private node(node: Node): TemplateResult {
    const instance = services.all().find((one) => one.service === node.name && one.role === 'active');
    const ground = !this.known.some((one) => one.service === node.name);
    const colour = ground ? 'ground' : instance === undefined ? 'bad' : serviceState(instance).colour;
    const cause = this.causes.some((name) => name.toLowerCase() === node.name);
    return svg`<g class=${cause ? 'cause' : colour}>
      <rect x=${node.x + 2} y=${node.y + 2} width=${WIDTH - 4} height=${HEIGHT - 4} rx="6"></rect>
      <text x=${node.x + WIDTH / 2} y=${node.y + HEIGHT / 2}>${serviceWord(node.name)}</text>
    </g>`;
  }

  /** Each service one row above what it depends on, the foundations at the bottom. */
  private nodes(): Node[] {
    const depths = new Map<string, number>();
    const depth = (name: string): number => {
      const known = depths.get(name);
      if (known !== undefined) {
        return known;
      }
      const below = this.known.find((one) => one.service === name)?.dependsOn ?? [];
      const own = below.length === 0 ? 0 : 1 + Math.max(...below.map(depth));
      depths.set(name, own);
      return own;
    };
    this.known.forEach((one) => depth(one.service));
    const rows: string[][] = [];
    const deepest = Math.max(...depths.values());
    for (let level = deepest; level >= 0; level--) {
      const names = this.known.map((one) => one.service).filter((name) => depths.get(name) === level);
      for (let i = 0; i < names.length; i += PER_ROW) {
        rows.push(names.slice(i, i + PER_ROW));
      }
    }
    rows.push(['database', 'coinbase', 'kalshi']);
    return rows.flatMap((names, row) => {
      const left = ((PER_ROW - names.length) * (WIDTH + GAP_X)) / 2;
      return names.map((name, i) => ({ name, x: left + i * (WIDTH + GAP_X), y: row * (HEIGHT + GAP_Y) }));
    });
  }

  private async load(): Promise<void> {
    try {
      this.known = await get<Dependency[]>('system/dependencies');
    } catch {
      // The page says what is wrong.
    }
  }
}
