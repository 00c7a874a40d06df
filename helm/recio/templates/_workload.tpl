{{/*
One service as a Deployment. dict:
  root      the chart's context
  name      of the service; with a symbol, of one price watchdog
  module    whose image it runs and whose values it has; the name by default
  port      by default services.<module>.port
  symbol    a price watchdog's
  coinbase  true: it speaks to Coinbase
  kalshi    markets or account: it speaks to Kalshi and gets the key; absent: neither
  token     sign or verify: its half of the pair behind the tokens of scripts
  data      true: it writes files
  apiServer true: it speaks to the API server, and gets its account's token
  mounts    further volumes, read only: list of dicts name, path, volume (the source)
  env       further settings, by name
*/}}
{{- define "recio.deployment" -}}
{{- $root := .root }}
{{- $module := .module | default .name }}
{{- $service := index $root.Values.services $module }}
{{- $port := .port | default $service.port }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "recio.resource" . }}
  labels:
    {{- include "recio.labels" . | nindent 4 }}
spec:
  replicas: {{ $service.replicas }}
  # The new instance waits, ready and warm, until the old one gives its lease back.
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "recio.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "recio.labels" . | nindent 8 }}
      {{- with $root.Values.pod.annotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      {{- include "recio.podDefaults" . | nindent 6 }}
      terminationGracePeriodSeconds: 30
      {{- include "recio.spread" . | nindent 6 }}
      containers:
        - name: {{ $module }}
          image: {{ include "recio.image" (dict "root" $root "module" $module) }}
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          {{- include "recio.containerSecurity" . | nindent 10 }}
          ports:
            - name: http
              containerPort: {{ $port }}
          env:
            {{- include "recio.commonEnv" (dict "root" $root "port" $port) | nindent 12 }}
            - name: RECIO_DATABASE_URL
              value: {{ include "recio.databaseUrl" $root }}
            {{- if $root.Values.database.caSecret }}
            - name: RECIO_DATABASE_CA_FILE
              value: {{ include "recio.databaseCaFile" $root }}
            {{- end }}
            - name: RECIO_DATABASE_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: {{ $root.Values.database.rolePasswordPrefix }}-{{ $module }}
                  key: password
            {{- with .symbol }}
            - name: RECIO_SYMBOL
              value: {{ . }}
            {{- end }}
            {{- if .coinbase }}
            {{- include "recio.coinbaseEnv" $root | trim | nindent 12 }}
            {{- end }}
            {{- if .kalshi }}
            {{- include "recio.kalshiEnv" . | trim | nindent 12 }}
            {{- end }}
            {{- if and .token $root.Values.scripts.existingSecret }}
            {{- include "recio.tokenEnv" . | trim | nindent 12 }}
            {{- end }}
            {{- if .data }}
            - name: RECIO_DATA_DIR
              value: /data
            {{- end }}
            {{- range $name, $value := merge (dict) $service.env (.env | default dict) }}
            - name: {{ $name }}
              value: {{ $value | quote }}
            {{- end }}
          {{- include "recio.probes" . | nindent 10 }}
          resources:
            {{- toYaml ($service.resources | default $root.Values.resources) | nindent 12 }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- if $root.Values.database.caSecret }}
            {{- include "recio.databaseCaMount" $root | nindent 12 }}
            {{- end }}
            {{- if .data }}
            - name: data
              mountPath: /data
            {{- end }}
            {{- if .kalshi }}
            - name: kalshi-key
              mountPath: /etc/recio/kalshi
              readOnly: true
            {{- end }}
            {{- if and .token $root.Values.scripts.existingSecret }}
            - name: token-key
              mountPath: /etc/recio/tokens
              readOnly: true
            {{- end }}
            {{- range .mounts }}
            - name: {{ .name }}
              mountPath: {{ .path }}
              readOnly: true
            {{- end }}
      volumes:
        - name: tmp
          emptyDir: {sizeLimit: 64Mi}
        {{- if $root.Values.database.caSecret }}
        {{- include "recio.databaseCaVolume" $root | nindent 8 }}
        {{- end }}
        {{- if .data }}
        # Lives as long as the pod; what is in it is made anew.
        - name: data
          emptyDir: {sizeLimit: 256Mi}
        {{- end }}
        {{- if .kalshi }}
        {{- include "recio.kalshiVolume" . | nindent 8 }}
        {{- end }}
        {{- if and .token $root.Values.scripts.existingSecret }}
        {{- include "recio.tokenVolume" . | nindent 8 }}
        {{- end }}
        {{- range .mounts }}
        - name: {{ .name }}
          {{- toYaml .volume | nindent 10 }}
        {{- end }}
{{- end }}

{{/* Two instances of a service do not share a node when there is another. */}}
{{- define "recio.spread" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "recio.selectorLabels" . | nindent 8 }}
{{- end }}

{{- define "recio.service" -}}
{{- $module := .module | default .name }}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "recio.resource" . }}
  labels:
    {{- include "recio.labels" . | nindent 4 }}
spec:
  selector:
    {{- include "recio.selectorLabels" . | nindent 4 }}
  ports:
    - name: http
      port: {{ .port | default (index .root.Values.services $module).port }}
      targetPort: http
{{- end }}

{{/* One identity per service; only the detector's may speak to the API server. */}}
{{- define "recio.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "recio.resource" . }}
  labels:
    {{- include "recio.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end }}

{{/* What holds for every pod of the release: dict root, name, apiServer, user (1001 by default). */}}
{{- define "recio.podDefaults" -}}
serviceAccountName: {{ include "recio.resource" . }}
automountServiceAccountToken: {{ .apiServer | default false }}
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .user | default 1001 | int }}
  runAsGroup: {{ .user | default 1001 | int }}
  fsGroup: {{ .user | default 1001 | int }}
  seccompProfile:
    type: RuntimeDefault
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .root.Values.pod.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.pod.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "recio.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end }}

{{/* Starting may take three minutes; being alive never depends on the database. */}}
{{- define "recio.probes" -}}
startupProbe:
  httpGet: {path: /q/health/started, port: http}
  periodSeconds: 2
  failureThreshold: 90
readinessProbe:
  httpGet: {path: /q/health/ready, port: http}
  periodSeconds: 5
  timeoutSeconds: 4
livenessProbe:
  httpGet: {path: /q/health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end }}

{{/* dict root, port. */}}
{{- define "recio.commonEnv" -}}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: {{ .port | quote }}
- name: RECIO_MODE
  value: {{ .root.Values.mode }}
- name: RECIO_ACCOUNT
  value: {{ include "recio.account" .root | quote }}
- name: RECIO_LOG_JSON
  value: {{ .root.Values.log.json | quote }}
- name: RECIO_INSTANCE
  valueFrom:
    fieldRef: {fieldPath: metadata.name}
- name: RECIO_HOST
  valueFrom:
    fieldRef: {fieldPath: status.podIP}
{{- end }}
