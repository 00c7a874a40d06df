{{/* What the secret maker is asked for: its arguments, as JSON. */}}
{{- define "recio.secretArguments" -}}
{{- $arguments := list "secrets" "--release" .Release.Name -}}
{{- if .Values.postgresql.enabled -}}
{{- $arguments = append $arguments (printf "--login=%s=%s" .Values.database.adminSecret "recio_admin") -}}
{{- end -}}
{{- range $module, $_ := .Values.services -}}
{{- $arguments = append $arguments (printf "--password=%s-%s" $.Values.database.rolePasswordPrefix $module) -}}
{{- end -}}
{{- with .Values.firstAdmin.existingSecret }}{{ $arguments = append $arguments (printf "--password=%s" .) }}{{ end -}}
{{- with .Values.scripts.existingSecret }}{{ $arguments = append $arguments (printf "--key-pair=%s=RSA" .) }}{{ end -}}
{{- if include "recio.simulated" . -}}
{{- $arguments = append $arguments (printf "--key-pair=%s=ED25519" .Values.simulator.existingSecret) -}}
{{- end -}}
{{- toJson $arguments -}}
{{- end }}

{{/* The secrets it may look at: their names as JSON. */}}
{{- define "recio.secretNames" -}}
{{- $names := list -}}
{{- range include "recio.secretArguments" . | fromJsonArray -}}
{{- $parts := splitList "=" . -}}
{{- if gt (len $parts) 1 }}{{ $names = append $names (index $parts 1) }}{{ end -}}
{{- end -}}
{{- toJson $names -}}
{{- end }}

{{/* Before everything else, and gone when it is done: dict weight. */}}
{{- define "recio.secretHook" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ .weight | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}
