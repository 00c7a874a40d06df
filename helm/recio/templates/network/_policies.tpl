{{/* The twelve services of this release, and those that meet an exchange: lists as JSON, from the root context. */}}
{{- define "recio.watchdogNames" -}}
{{- $names := list -}}
{{- range .Values.symbols }}{{ $names = append $names (printf "symbol-price-watchdog-%s" (lower .name)) }}{{ end -}}
{{- toJson $names -}}
{{- end }}

{{- define "recio.serviceNames" -}}
{{- $names := include "recio.watchdogNames" . | fromJsonArray -}}
{{- range $module, $_ := .Values.services -}}
{{- if ne $module "symbol-price-watchdog" }}{{ $names = append $names $module }}{{ end -}}
{{- end -}}
{{- toJson $names -}}
{{- end }}

{{- define "recio.policy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "recio.resource" . }}
  labels:
    {{- include "recio.labels" . | nindent 4 }}
{{- end }}
