{{/*
The pod that backs up or restores: it reaches the database as its administrator, and the claim. With a bucket another container
carries what lies there away, or fetched it before.
dict root, name (backup or restore), script, env (by name).
*/}}
{{- define "recio.backupPod" -}}
{{- $s3 := .root.Values.backup.s3 }}
{{- include "recio.podDefaults" . }}
restartPolicy: Never
{{- if not $s3.bucket }}
containers:
  {{- include "recio.backupContainer" . | nindent 2 }}
{{- else if eq .name "backup" }}
initContainers:
  {{- include "recio.backupContainer" . | nindent 2 }}
containers:
  {{- include "recio.bucketContainer" (merge (dict "container" "upload") .) | nindent 2 }}
{{- else }}
initContainers:
  {{- include "recio.bucketContainer" (merge (dict "container" "download") .) | nindent 2 }}
containers:
  {{- include "recio.backupContainer" . | nindent 2 }}
{{- end }}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 64Mi}
  {{- if .root.Values.database.caSecret }}
  {{- include "recio.databaseCaVolume" .root | nindent 2 }}
  {{- end }}
  - name: scripts
    configMap:
      name: {{ include "recio.fullname" .root }}-backup
  - name: backups
    {{- if include "recio.backupClaim" .root }}
    persistentVolumeClaim:
      claimName: {{ include "recio.backupClaim" .root }}
    {{- else }}
    emptyDir: {sizeLimit: {{ .root.Values.backup.size }}}
    {{- end }}
{{- end }}

{{- define "recio.backupContainer" -}}
- name: {{ .name }}
  image: {{ .root.Values.backup.image }}
  imagePullPolicy: {{ .root.Values.image.pullPolicy }}
  command: [sh, /etc/recio/backup/{{ .script }}]
  {{- include "recio.containerSecurity" . | nindent 2 }}
  env:
    - name: PGHOST
      value: {{ include "recio.databaseHost" .root }}
    - name: PGPORT
      value: {{ include "recio.databasePort" .root | quote }}
    - name: PGDATABASE
      value: {{ .root.Values.database.name }}
    - name: PGSSLMODE
      value: {{ include "recio.databaseSslMode" .root }}
    {{- if .root.Values.database.caSecret }}
    - name: PGSSLROOTCERT
      value: {{ include "recio.databaseCaFile" .root }}
    {{- end }}
    - name: PGTZ
      value: UTC
    - name: PGUSER
      valueFrom:
        secretKeyRef: {name: {{ .root.Values.database.adminSecret }}, key: username}
    - name: PGPASSWORD
      valueFrom:
        secretKeyRef: {name: {{ .root.Values.database.adminSecret }}, key: password}
    - name: BACKUP_DIRECTORY
      value: /backups
    {{- range $name, $value := .env }}
    - name: {{ $name }}
      value: {{ $value | quote }}
    {{- end }}
  resources:
    {{- toYaml .root.Values.backup.resources | nindent 4 }}
  volumeMounts:
    - name: tmp
      mountPath: /tmp
    {{- if .root.Values.database.caSecret }}
    {{- include "recio.databaseCaMount" .root | nindent 4 }}
    {{- end }}
    - name: scripts
      mountPath: /etc/recio/backup
      readOnly: true
    - name: backups
      mountPath: /backups
{{- end }}

{{/* The one that reaches the bucket, and not the database: dict root, container (upload or download), env. */}}
{{- define "recio.bucketContainer" -}}
{{- $s3 := .root.Values.backup.s3 }}
- name: {{ .container }}
  image: {{ $s3.image }}
  imagePullPolicy: {{ .root.Values.image.pullPolicy }}
  command: [sh, /etc/recio/backup/{{ .container }}.sh]
  {{- include "recio.containerSecurity" . | nindent 2 }}
  env:
    - name: HOME
      value: /tmp
    - name: RCLONE_CONFIG
      value: /tmp/rclone.conf
    - name: RCLONE_CONFIG_S3_TYPE
      value: s3
    - name: RCLONE_CONFIG_S3_PROVIDER
      value: {{ $s3.provider }}
    - name: RCLONE_CONFIG_S3_ENDPOINT
      value: {{ $s3.endpoint }}
    - name: RCLONE_CONFIG_S3_REGION
      value: {{ $s3.region }}
    - name: RCLONE_S3_NO_CHECK_BUCKET
      value: "true"
    - name: RCLONE_CONFIG_S3_ACCESS_KEY_ID
      valueFrom:
        secretKeyRef: {name: {{ $s3.existingSecret }}, key: access-key-id}
    - name: RCLONE_CONFIG_S3_SECRET_ACCESS_KEY
      valueFrom:
        secretKeyRef: {name: {{ $s3.existingSecret }}, key: secret-access-key}
    - name: BACKUP_DIRECTORY
      value: /backups
    - name: BACKUP_TARGET
      value: s3:{{ $s3.bucket }}{{ with $s3.prefix }}/{{ . }}{{ end }}
    {{- range $name, $value := .env }}
    - name: {{ $name }}
      value: {{ $value | quote }}
    {{- end }}
  resources:
    {{- toYaml .root.Values.backup.resources | nindent 4 }}
  volumeMounts:
    - name: tmp
      mountPath: /tmp
    - name: scripts
      mountPath: /etc/recio/backup
      readOnly: true
    - name: backups
      mountPath: /backups
{{- end }}

{{/* The claim where backups lie; none when they only pass by on their way to a bucket. */}}
{{- define "recio.backupClaim" -}}
{{- if .Values.backup.existingClaim }}{{ .Values.backup.existingClaim }}
{{- else if not .Values.backup.s3.bucket }}{{ include "recio.fullname" . }}-backup{{ end -}}
{{- end }}

{{/* Whether anything of backup or restore is wanted. */}}
{{- define "recio.backupWanted" -}}
{{- if or .Values.backup.enabled .Values.backup.restore.enabled }}yes{{ end -}}
{{- end }}
