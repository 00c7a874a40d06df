-- Once, as the server's own administrator: the database, and a role that may make ours. It needs not be superuser.
CREATE ROLE recio_admin LOGIN CREATEROLE PASSWORD 'choose one';
CREATE DATABASE recio OWNER recio_admin;
