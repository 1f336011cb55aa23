package dev.keepline.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections on which the answer to one commit is lost, as when the server fails over: the caller gets an error, and
 * cannot tell whether the commit was made.
 */
public final class DoubtfulCommits extends DelegatingDataSource {

    private int left;
    private boolean made;

    public DoubtfulCommits(DataSource connections) {
        super(connections);
    }

    /**
     * The answer to the {@code nth} commit from now, counted from 1, is lost.
     *
     * @param wasMade whether that commit is made all the same
     */
    public void lose(int nth, boolean wasMade) {
        left = nth;
        made = wasMade;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                DoubtfulCommits.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    boolean lost = method.getName().equals("commit") && left > 0 && --left == 0;
                    if (lost && !made) {
                        real.rollback();
                        throw failure();
                    }
                    try {
                        var answer = method.invoke(real, arguments);
                        if (lost) {
                            throw failure();
                        }
                        return answer;
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }

    private static SQLException failure() {
        return new SQLException("the connection broke while committing", "08006");
    }
}
