{{/*
The pod that backs up or restores: it reaches the database as its administrator, and the claim.
dict root, name (backup or restore), script, env (by name).
*/}}
{{- define "recio.backupPod" -}}
{{- include "recio.podDefaults" . }}
restartPolicy: Never
containers:
  - name: {{ .name }}
    image: {{ .root.Values.backup.image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    command: [sh, /etc/recio/backup/{{ .script }}]
    {{- include "recio.containerSecurity" . | nindent 4 }}
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
      {{- toYaml .root.Values.backup.resources | nindent 6 }}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      {{- if .root.Values.database.caSecret }}
      {{- include "recio.databaseCaMount" .root | nindent 6 }}
      {{- end }}
      - name: scripts
        mountPath: /etc/recio/backup
        readOnly: true
      - name: backups
        mountPath: /backups
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
    persistentVolumeClaim:
      claimName: {{ .root.Values.backup.existingClaim | default (printf "%s-backup" (include "recio.fullname" .root)) }}
{{- end }}

{{/* Whether anything of backup or restore is wanted. */}}
{{- define "recio.backupWanted" -}}
{{- if or .Values.backup.enabled .Values.backup.restore.enabled }}yes{{ end -}}
{{- end }}
