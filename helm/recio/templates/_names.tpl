{{/* The release's name, with the chart's unless it holds it already. Leaves room for the longest service name. */}}
{{- define "recio.fullname" -}}
{{- $name := .Release.Name -}}
{{- if not (contains .Chart.Name $name) }}{{ $name = printf "%s-%s" $name .Chart.Name }}{{ end -}}
{{- $name | trunc 28 | trimSuffix "-" -}}
{{- end }}

{{/* Name of everything that belongs to one service: dict root, name. */}}
{{- define "recio.resource" -}}
{{ include "recio.fullname" .root }}-{{ .name }}
{{- end }}

{{/* Image of a module: dict root, module. */}}
{{- define "recio.image" -}}
{{ .root.Values.image.registry }}/{{ .module }}:{{ coalesce .tag .root.Values.image.tag .root.Chart.AppVersion }}
{{- end }}

{{/* The account this installation trades for. */}}
{{- define "recio.account" -}}
{{ .Values.account | default .Values.mode }}
{{- end }}

{{/* Page of an alert: dict root, code. */}}
{{- define "recio.runbook" -}}
{{ .root.Values.alerts.runbooks | default "services/system-monitor/runbooks" }}/{{ .code }}.md
{{- end }}
