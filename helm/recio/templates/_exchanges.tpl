{{/* Not empty when the simulator takes part. */}}
{{- define "recio.simulated" -}}
{{- if has .Values.mode (list "simulated" "paper") }}yes{{ end -}}
{{- end }}

{{/* host:port of the simulator. */}}
{{- define "recio.simulatorAddress" -}}
{{ include "recio.resource" (dict "root" . "name" "exchange-simulator") }}:8100
{{- end }}

{{/* Where Coinbase answers. */}}
{{- define "recio.coinbaseEnv" -}}
{{- if eq .Values.mode "simulated" }}
- name: RECIO_COINBASE_REST_URL
  value: http://{{ include "recio.simulatorAddress" . }}/coinbase
- name: RECIO_COINBASE_WS_URL
  value: ws://{{ include "recio.simulatorAddress" . }}/coinbase/ws
{{- else }}
- name: RECIO_COINBASE_REST_URL
  value: https://api.exchange.coinbase.com
- name: RECIO_COINBASE_WS_URL
  value: wss://ws-feed.exchange.coinbase.com
{{- end }}
{{- end }}

{{/* Which Kalshi a service meets: dict root, kalshi (markets or account). simulator, demo or production. */}}
{{- define "recio.kalshiPlace" -}}
{{- if or (eq .root.Values.mode "simulated") (and (eq .root.Values.mode "paper") (eq .kalshi "account")) }}simulator
{{- else if eq .root.Values.mode "kalshi-demo" }}demo
{{- else }}production
{{- end -}}
{{- end }}

{{- define "recio.kalshiEnv" -}}
{{- $place := include "recio.kalshiPlace" . }}
{{- if eq $place "simulator" }}
- name: RECIO_KALSHI_REST_URL
  value: http://{{ include "recio.simulatorAddress" .root }}/trade-api/v2
- name: RECIO_KALSHI_WS_URL
  value: ws://{{ include "recio.simulatorAddress" .root }}/trade-api/ws/v2
- name: RECIO_KALSHI_KEY_ID
  value: {{ .root.Values.simulator.keyId | quote }}
{{- else }}
{{- $host := ternary ".demo.kalshi.co" ".kalshi.com" (eq $place "demo") }}
- name: RECIO_KALSHI_REST_URL
  value: https://external-api{{ $host }}/trade-api/v2
- name: RECIO_KALSHI_WS_URL
  value: wss://external-api-ws{{ $host }}/trade-api/ws/v2
- name: RECIO_KALSHI_KEY_ID_FILE
  value: /etc/recio/kalshi/key-id
{{- end }}
- name: RECIO_KALSHI_KEY_FILE
  value: /etc/recio/kalshi/private-key.pem
{{- end }}

{{/* The key as files, whole directory, so that a changed secret arrives without a restart. */}}
{{- define "recio.kalshiVolume" -}}
{{- $simulator := eq (include "recio.kalshiPlace" .) "simulator" -}}
- name: kalshi-key
  secret:
    secretName: {{ ternary .root.Values.simulator.existingSecret .root.Values.kalshi.existingSecret $simulator }}
    defaultMode: 0440
    items:
      {{- if not $simulator }}
      - key: key-id
        path: key-id
      {{- end }}
      - key: private-key.pem
        path: private-key.pem
{{- end }}
