package io.recio.localstack.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A stretch of network between one process and the database that can be cut. While it is cut no byte passes, connections
 * stay up and new ones get no answer, as behind a broken switch; when it is mended the bytes on their way arrive late, as
 * TCP would have it. Safe for use by several threads.
 */
public final class DatabaseRelay implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private boolean cut;
    private boolean closed;

    private DatabaseRelay(int target, ServerSocket entrance) {
        this.target = target;
        this.entrance = entrance;
    }

    /** @param target the database's port on 127.0.0.1 */
    public static DatabaseRelay to(int target) {
        try {
            ServerSocket entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            DatabaseRelay relay = new DatabaseRelay(target, entrance);
            Thread.ofVirtual().name("relay").start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for a relay on 127.0.0.1", e);
        }
    }

    /** Where the process connects to. */
    public int port() {
        return entrance.getLocalPort();
    }

    public void cut() {
        become(true, false);
    }

    public void mend() {
        become(false, false);
    }

    @Override
    public void close() {
        become(false, true);
        hangUp(entrance);
        sockets.forEach(DatabaseRelay::hangUp);
    }

    private void become(boolean nowCut, boolean nowClosed) {
        lock.lock();
        try {
            cut = nowCut;
            closed |= nowClosed;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> join(client));
            }
        } catch (IOException e) {
            // Closed: nobody is let in any more.
        }
    }

    private void join(Socket client) {
        try {
            awaitPassage();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(client, server));
            pump(server, client);
        } catch (IOException e) {
            drop(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                awaitPassage();
                out.write(chunk, 0, read);
            }
        } catch (IOException e) {
            // One end has gone; so goes the other.
        }
        awaitPassage();
        drop(from);
        drop(to);
    }

    private void awaitPassage() {
        lock.lock();
        try {
            while (cut && !closed) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void drop(Socket socket) {
        sockets.remove(socket);
        hangUp(socket);
    }

    private static void hangUp(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
