using Microsoft.Data.Sqlite;

namespace MppDigital.Sqlite;

/// <summary>
/// Keeps the pooled connections of the databases used last and closes those of the others: each holds its own cache and its own copy of the
/// schema, and 514 of them more memory than all the rest of the program.
/// </summary>
internal sealed class RecentDatabases
{
    private const int Most = 64;

    private readonly LinkedList<string> byUse = [];
    private readonly Dictionary<string, LinkedListNode<string>> known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public void Used(string connectionString)
    {
        if (Longest(connectionString) is not { } forgotten) return;
        // Connections in use are closed when they come back.
        using var connection = new SqliteConnection(forgotten);
        SqliteConnection.ClearPool(connection);
    }

    private string? Longest(string connectionString)
    {
        lock (gate)
        {
            if (known.TryGetValue(connectionString, out var node))
            {
                if (node != byUse.First)
                {
                    byUse.Remove(node);
                    byUse.AddFirst(node);
                }

                return null;
            }

            known[connectionString] = byUse.AddFirst(connectionString);
            if (known.Count <= Most) return null;
            var oldest = byUse.Last!.Value;
            byUse.RemoveLast();
            known.Remove(oldest);
            return oldest;
        }
    }
}
