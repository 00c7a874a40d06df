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
postgresql://{{ .Values.database.host }}:{{ .Values.database.port }}/{{ .Values.database.name }}?sslmode={{ .Values.database.sslMode }}
{{- end }}

{{/* As the migrator takes it. */}}
{{- define "recio.databaseJdbcUrl" -}}
jdbc:{{ include "recio.databaseUrl" . }}{{ if .Values.database.caSecret }}&sslrootcert={{ include "recio.databaseCaFile" . }}{{ end }}
{{- end }}
