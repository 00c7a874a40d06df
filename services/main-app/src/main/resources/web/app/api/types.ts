/** The API's shapes, as its OpenAPI document has them. Amounts are decimal text, times RFC 3339, what is unknown is absent. */

export type Side = 'YES' | 'NO';
export type Role = 'viewer' | 'trader' | 'admin';

export interface Session {
  name: string;
  role: Role;
  csrfToken: string;
  expiresAt: string;
  mode: string;
  account: string;
  oneClick: boolean;
  provider?: string;
  provenUntil?: string;
}

/** Where one can log in besides here; without a label nowhere. */
export interface Provider {
  label?: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  field?: string;
  expected?: string;
  found?: string;
}

export interface Price {
  symbol: string;
  at: string;
  priceDollars: string;
  mean60sDollars?: string;
  momentum?: number;
  delta1m?: number;
  delta2m?: number;
  delta3m?: number;
  delta4m?: number;
  delta15m?: number;
  delta30m?: number;
  volatility1m?: number;
  volatility15m?: number;
  change1h?: number;
  change3h?: number;
  change1d?: number;
  quality: string;
  feedState: string;
  heardAt?: string;
  indexDollars?: string;
  indexAt?: string;
}

export interface PriceHistory {
  symbol: string;
  stepSeconds: number;
  steps: {
    at: string;
    openDollars: string;
    highDollars: string;
    lowDollars: string;
    closeDollars: string;
    indexDollars?: string;
    momentum?: number;
  }[];
}

export interface Source {
  source: string;
  fresh: boolean;
  state: string;
  ageMs: number;
}

export interface Strike {
  type: 'GREATER' | 'GREATER_OR_EQUAL' | 'LESS' | 'LESS_OR_EQUAL' | 'BETWEEN';
  floor?: string;
  cap?: string;
}

export interface Edge {
  cents: number;
}

export interface StrikeRow {
  ticker: string;
  strike: Strike;
  buffer: number;
  bufferPercent: number;
  bufferTiers?: number;
  activeSide: Side;
  probability?: number;
  model?: string;
  noProbability: string[];
  yesAsk?: string;
  noAsk?: string;
  yesBid?: string;
  noBid?: string;
  yesAskSize?: string;
  noAskSize?: string;
  yesDiff?: Edge;
  noDiff?: Edge;
  yesNetDiff?: Edge;
  noNetDiff?: Edge;
  volume: string;
}

export interface StrikeTable {
  symbol: string;
  currentPrice: string;
  basis: 'INDEX' | 'SPOT';
  ttcSeconds: number;
  eventTicker: string;
  closesAt: string;
  marketTitle: string;
  marketStatus: string;
  strikeTier?: number;
  lastUpdated: string;
  momentum?: { score: number };
  model?: string;
  noProbability: string[];
  rows: StrikeRow[];
}

export interface StoredStrikeTable {
  symbol: string;
  version: number;
  computedAt: string;
  priceAt: string;
  table: StrikeTable;
}

export interface StoredWatchlist {
  symbol: string;
  version: number;
  computedAt: string;
  watchlist: { rows: StrikeRow[] };
}

export type TradeStatus = 'pending' | 'open' | 'closing' | 'closed' | 'expired' | 'denied' | 'rejected' | 'missed';

export interface Trade {
  tradeId: string;
  symbol: string;
  ticker: string;
  eventTicker: string;
  side: Side;
  strategy: string;
  enteredBy: string;
  status: TradeStatus;
  requested: string;
  filled: string;
  closed: string;
  averagePriceDollars?: string;
  costDollars: string;
  proceedsDollars: string;
  feesDollars: string;
  pnlDollars?: string;
  outcome?: 'W' | 'L' | 'D';
  strikeDollars: string;
  strikeType: string;
  closesAt: string;
  priceCapDollars: string;
  askSeenDollars?: string;
  probabilitySeen?: number;
  spotSeenDollars?: string;
  decisionId?: string;
  closeReason?: string;
  denialCode?: string;
  createdAt: string;
  openedAt?: string;
  endedAt?: string;
}

export interface ActiveTrade {
  tradeId: string;
  ticker: string;
  spotDollars?: string;
  bufferDollars?: string;
  probability?: number;
  exitPriceDollars?: string;
  unrealizedPnlDollars?: string;
  advice?: string;
  computedAt: string;
}

export interface TradeAnswer {
  outcome: 'placed' | 'abandoned' | 'denied' | 'waiting';
  requestId: string;
  tradeId?: string;
  code?: string;
  facts?: Record<string, unknown>;
}

export interface Totals {
  wins: number;
  losses: number;
  draws: number;
  pnlDollars: string;
  feesDollars: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

export interface TradePage extends Page<Trade> {
  totals: Totals;
}

export interface TradeStatistics {
  trades: number;
  wins: number;
  losses: number;
  draws: number;
  pnlDollars: string;
  feesDollars: string;
  costDollars: string;
  returnPercent?: number;
  expectancyDollars?: string;
  averageWinDollars?: string;
  averageLossDollars?: string;
  maxDrawdownDollars: string;
  averageEdgeCents?: number;
  brierScore?: number;
  judged: number;
  equity: { at: string; pnlDollars: string }[];
  byHour: { name: string; trades: number; wins: number; pnlDollars: string }[];
  byDay: { name: string; trades: number; wins: number; pnlDollars: string }[];
  calibration: { predicted: number; realised: number; trades: number }[];
}

export interface User {
  name: string;
  role: Role;
  external: boolean;
  disabled: boolean;
  lockedUntil?: string;
  createdAt: string;
  passwordChangedAt: string;
  sessions: number;
  lastSeenAt?: string;
}

export interface NewPassword {
  name: string;
  password: string;
}

export interface OpenSession {
  sessionId: string;
  user: string;
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  address?: string;
  userAgent?: string;
}

export interface IssuedToken {
  token: string;
  expiresAt: string;
}

export interface AuditRow {
  seq: number;
  at: string;
  actor: string;
  action: string;
  facts: Record<string, unknown>;
}

export interface AuditVerification {
  intact: boolean;
  rows: number;
  firstBroken?: number;
}

export interface Dependency {
  service: string;
  dependsOn: string[];
  foundations: string[];
}

export interface Restart {
  requestId: string;
  kind: string;
  service?: string;
  reason: string;
  requestedBy: string;
  state: 'new' | 'done' | 'refused';
  answer?: string;
  requestedAt: string;
}

export interface InstanceHealth {
  instance: string;
  role: 'active' | 'standby';
  memoryBytes: number;
  cpuPercent?: number;
}

export interface ServiceHealth {
  service: string;
  state: string;
  reason: string;
  instances: InstanceHealth[];
}

/** What a pod, or who else shares a limit, uses of it. */
export interface GroupFigures {
  instances: string[];
  memoryLimitBytes?: number;
  memoryPercent?: number;
  cpuPercent?: number;
}

export interface DiskFigures {
  instances: string[];
  path: string;
  percent: number;
  totalBytes: number;
}

export interface NodeFigures {
  node: string;
  readAgeMs: number;
  cpuPercent?: number;
  memoryPercent?: number;
  pressures: string[];
}

export interface DatabaseStandby {
  name: string;
  state?: string;
  synchronous?: boolean;
  lagBytes?: number;
  lagMs?: number;
}

export interface Health {
  checkedAt: string;
  status: string;
  services: ServiceHealth[];
  resources: { groups?: GroupFigures[]; disks?: DiskFigures[]; nodes?: NodeFigures[] };
  database: { standbys?: DatabaseStandby[] };
  duplicates: { service: string; instance: string; reason: string }[];
}

export interface HealthPoint {
  at: string;
  status: string;
  cpuPercent?: number;
  memoryPercent?: number;
  diskPercent?: number;
  connections?: number;
  commitMs?: number;
}

export interface BalancePoint {
  exchangeIndex: number;
  at: string;
  balanceDollars: string;
}

export interface AccountOrder {
  orderId: string;
  tradeId?: string;
  purpose?: string;
  ticker: string;
  boughtSide: Side;
  status: string;
  yesPriceDollars: string;
  initial: string;
  filled: string;
  createdAt: string;
  lastReason?: string;
}

export interface OrderStep {
  seq: number;
  type: string;
  document: Record<string, unknown>;
  at: string;
}

export type SettingValue = string | number | boolean;
export type Settings = Record<string, SettingValue>;

export interface LogLine {
  instance: string;
  level: 'warning' | 'error';
  logger: string;
  message: string;
  at: string;
}

export interface SettingField {
  name: string;
  kind: 'flag' | 'whole' | 'decimal' | 'choice';
  least?: string;
  most?: string;
  places?: number;
  choices?: string[];
}

export interface Refusal {
  code: string;
  facts: Record<string, string>;
}

export interface DecidedRow {
  decision: 'enter' | 'refused';
  facts: { ticker: string; side: Side; refusals?: Refusal[] };
}

export interface NewestDecision {
  decisionId: string;
  symbol: string;
  outcome: 'entry' | 'refused';
  refusals: Refusal[];
  rows: DecidedRow[];
  businessAt: string;
}

export interface Decision {
  decisionId: string;
  symbol: string;
  eventTicker?: string;
  outcome: 'entry' | 'refused';
  ticker?: string;
  side?: Side;
  reasons: string[];
  document: {
    state?: string;
    currentPrice?: string;
    ttcSeconds?: number;
    momentum?: { score: number };
    settings?: Record<string, unknown>;
    refusals?: Refusal[];
    rows?: DecidedRow[];
  };
  repeated: number;
  businessAt: string;
  lastAt: string;
}

export interface TimelineEntry {
  at: string;
  kind: 'decision' | 'request' | 'trade' | 'order' | 'fill' | 'settlement';
  what: string;
  facts: Record<string, unknown>;
}

export interface KillSwitch {
  on: boolean;
  reason?: string;
  by?: string;
  at?: string;
  flatten: boolean;
  entriesHalted: boolean;
  haltReason?: string;
}

export interface Controls {
  autoEntry: boolean;
  autoStop: boolean;
  positionSize: number;
  multiplier: number;
  killSwitch: KillSwitch;
  suspensions: { automation: string; by: string; reason: string; since: string }[];
}

export interface AutoEntryState {
  symbol: string;
  state: 'DISABLED' | 'PAUSED' | 'ACTIVE' | 'INACTIVE' | 'SUSPENDED';
  reason?: string;
  resumesAt?: string;
  updatedAt: string;
}

export interface ServiceInstance {
  service: string;
  instance: string;
  role: 'active' | 'standby';
  epoch: number;
  functional: boolean;
  freshness: Record<string, { ageMs: number; limitMs: number; ok: boolean }>;
  startedAt: string;
  beatAt: string;
  beatAgeMs: number;
  memoryBytes: number;
  version: string;
  host: string;
  port: number;
}

export interface Alert {
  alertId: string;
  raisedBy: string;
  severity: 'info' | 'warning' | 'critical';
  code: string;
  message: string;
  raisedAt: string;
  resolvedAt?: string;
  acknowledgedAt?: string;
  acknowledgedBy?: string;
}

export interface Incident {
  incidentId: string;
  rootCause: string;
  level: string;
  openedAt: string;
  closedAt?: string;
}

export interface Remedy {
  remedyId: string;
  service: string;
  action: string;
  withheld: boolean;
  reason: string;
  outcome?: string;
  decidedAt: string;
}

export interface Balance {
  exchangeIndex: number;
  balanceDollars: string;
  exposureDollars: string;
  updatedAt: string;
}

export interface Position {
  ticker: string;
  position: string;
  exposureDollars: string;
  realizedPnlDollars: string;
  feesPaidDollars: string;
  exchangeAt: string;
}

export interface AccountState {
  balances: Balance[];
  total: { balanceDollars: string; exposureDollars: string };
  positions: Position[];
  sync?: { authenticated: boolean; socketConnected: boolean; reconciledAt?: string; stale: boolean; reason?: string };
}

export interface Fill {
  fillId: string;
  tradeId?: string;
  ticker: string;
  boughtSide: Side;
  yesPriceDollars: string;
  quantity: string;
  feeDollars: string;
  taker: boolean;
  filledAt: string;
}

export interface Settlement {
  ticker: string;
  result: string;
  yesCount: string;
  noCount: string;
  revenueDollars: string;
  feeDollars: string;
  state: string;
  settledAt: string;
}
