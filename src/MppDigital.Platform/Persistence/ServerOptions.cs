namespace MppDigital.Platform.Persistence;

/// <summary>Section <c>Database</c>.</summary>
public sealed class ServerOptions
{
    /// <summary><c>Sqlite</c>, <c>PostgreSql</c> or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Server-level connection string; the names of databases are derived.</summary>
    public string Server { get; set; } = "";

    /// <summary>Of SQL Server: 160 unless the server is older.</summary>
    public int CompatibilityLevel { get; set; } = 160;

    /// <summary>Statements sent together; 1 for a server without MERGE.</summary>
    public int? MaxBatchSize { get; set; }
}
