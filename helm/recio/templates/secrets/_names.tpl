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
{{- range include "recio.revisionJobs" . | fromJsonArray -}}
{{- $arguments = append $arguments (printf "--forget-job=%s" .) -}}
{{- end -}}
{{- toJson $arguments -}}
{{- end }}

{{/* The secrets it may look at: their names as JSON. */}}
{{- define "recio.secretNames" -}}
{{- $names := list -}}
{{- range include "recio.secretArguments" . | fromJsonArray -}}
{{- $parts := splitList "=" . -}}
{{- if and (gt (len $parts) 1) (ne (first $parts) "--forget-job") }}{{ $names = append $names (index $parts 1) }}{{ end -}}
{{- end -}}
{{- toJson $names -}}
{{- end }}

{{/*
Jobs of this revision alone, as JSON. An upgrade that fails before Helm has cleared up leaves them, and Helm goes back to no
revision one of whose objects exists, but is not in the revision it leaves.
*/}}
{{- define "recio.revisionJobs" -}}
{{- $jobs := list -}}
{{- if and .Values.migrations.enabled (not (include "recio.migrationsHooked" .)) -}}
{{- $jobs = append $jobs (printf "%s-%d" (include "recio.resource" (dict "root" . "name" "database-migrator")) (int .Release.Revision)) -}}
{{- end -}}
{{- if .Values.backup.restore.enabled -}}
{{- $jobs = append $jobs (printf "%s-%d" (include "recio.resource" (dict "root" . "name" "restore")) (int .Release.Revision)) -}}
{{- end -}}
{{- toJson $jobs -}}
{{- end }}

{{/* Before everything else, and gone when it is done: dict weight. */}}
{{- define "recio.secretHook" -}}
helm.sh/hook: pre-install,pre-upgrade,pre-rollback
helm.sh/hook-weight: {{ .weight | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}
