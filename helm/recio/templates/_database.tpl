{{/* How every pod of the release reaches the database: from the root context. */}}

{{/* Where the authorities that may sign the server's certificate are mounted. */}}
{{- define "recio.databaseCaFile" -}}
/etc/recio/database-ca/ca.crt
{{- end }}

{{- define "recio.databaseCaMount" -}}
- name: database-ca
  mountPath: /etc/recio/database-ca
  readOnly: true
{{- end }}

{{/* Of the secret only the certificate: CloudNativePG keeps the authority's key beside it. */}}
{{- define "recio.databaseCaVolume" -}}
- name: database-ca
  secret:
    secretName: {{ .Values.database.caSecret }}
    defaultMode: 0440
    items:
      - {key: ca.crt, path: ca.crt}
{{- end }}

{{/* As the services take it. */}}
{{- define "recio.databaseUrl" -}}
postgresql://{{ include "recio.databaseHost" . }}:{{ include "recio.databasePort" . }}/{{ .Values.database.name }}?sslmode={{ include "recio.databaseSslMode" . }}
{{- end }}

{{/* As the migrator takes it. */}}
{{- define "recio.databaseJdbcUrl" -}}
jdbc:{{ include "recio.databaseUrl" . }}{{ if .Values.database.caSecret }}&sslrootcert={{ include "recio.databaseCaFile" . }}{{ end }}
{{- end }}

{{/* Where PostgreSQL is: the chart's own, or the one that is given. */}}
{{- define "recio.databaseHost" -}}
{{- if .Values.postgresql.enabled }}{{ include "recio.resource" (dict "root" . "name" "postgresql") }}
{{- else }}{{ .Values.database.host }}
{{- end -}}
{{- end }}

{{- define "recio.databasePort" -}}
{{- ternary 5432 .Values.database.port .Values.postgresql.enabled | int -}}
{{- end }}

{{/* The chart's own server has no certificate; network policies keep everybody else away from it. */}}
{{- define "recio.databaseSslMode" -}}
{{- ternary "disable" .Values.database.sslMode .Values.postgresql.enabled -}}
{{- end }}

{{/* Not empty when migrations run before the release's own objects: never with a database that comes with them. */}}
{{- define "recio.migrationsHooked" -}}
{{- if and .Values.migrations.hook (not .Values.postgresql.enabled) }}yes{{ end -}}
{{- end }}
