using Microsoft.Data.Sqlite;

namespace MppDigital.Benchmarks.Limit;

/// <summary>A connection with everything prepared, set to reach the disk at each commit exactly as the product's are.</summary>
internal sealed class LimitConnection
{
    private readonly SqliteConnection connection;
    private readonly LimitJob job;
    private readonly HashSet<string> recordedIds;
    private readonly SqliteCommand offering;
    private readonly SqliteCommand holidays;
    private readonly SqliteCommand takeNumber;
    private readonly SqliteCommand readNumber;
    private readonly SqliteCommand raiseFigures;
    private readonly SqliteCommand raiseAudit;
    private readonly SqliteCommand readAudit;
    private readonly SqliteCommand closeAudit;
    private readonly List<(RecordedRow Row, SqliteCommand Insert)> inserts;

    public LimitConnection(string file, LimitJob job)
    {
        this.job = job;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, ForeignKeys = true }.ConnectionString);
        connection.Open();
        Command("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA cache_size = -256").ExecuteNonQuery();
        recordedIds = [.. job.Filed.SelectMany(r => r.Values).Where(v => v.Column == "Id" && Guid.TryParse(v.Text, out _)).Select(v => v.Text!)];
        offering = Command("SELECT Service, Active, Contact, Version, WorkingDays FROM offerings WHERE Service = $service LIMIT 2", "$service");
        holidays = Command("SELECT Date, Name FROM local_holidays ORDER BY Date LIMIT 400");
        takeNumber = Command("UPDATE number_series SET Value = Value + 1");
        readNumber = Command("SELECT Value FROM number_series LIMIT 1");
        raiseFigures = Command("UPDATE figures SET Applications = Applications + 1, Decided = Decided + 0, Deemed = Deemed + 0, Issued = Issued + 0, Sequence = Sequence + 1");
        raiseAudit = Command("UPDATE audit_head SET Sequence = Sequence + 1");
        readAudit = Command("SELECT Sequence, Hash FROM audit_head LIMIT 1");
        closeAudit = Command("UPDATE audit_head SET Hash = $hash", "$hash");
        inserts = [.. job.Filed.Select(r => (r, Command(
            $"INSERT INTO \"{r.Table}\" ({string.Join(", ", r.Values.Select(v => $"\"{v.Column}\""))}) VALUES ({string.Join(", ", r.Values.Select((_, i) => $"$p{i}"))})",
            [.. r.Values.Select((_, i) => $"$p{i}")])))];
    }

    public void ReadOffering(string service)
    {
        offering.Parameters[0].Value = service;
        Drain(offering);
        Drain(holidays);
    }

    public string Submit(Func<long, string> numberOf)
    {
        using var transaction = connection.BeginTransaction();
        Execute(takeNumber, transaction);
        readNumber.Transaction = transaction;
        var number = numberOf((long)(readNumber.ExecuteScalar() ?? throw new InvalidOperationException("The copied database has no series of numbers.")));
        Execute(raiseFigures, transaction);
        Execute(raiseAudit, transaction);
        readAudit.Transaction = transaction;
        var sequence = (long)readAudit.ExecuteScalar()!;

        var fresh = recordedIds.ToDictionary(id => id, _ => Guid.CreateVersion7().ToString().ToUpperInvariant());
        foreach (var (row, insert) in inserts)
        {
            for (var i = 0; i < row.Values.Count; i++) insert.Parameters[i].Value = Fresh(row, row.Values[i], fresh, number, sequence);
            Execute(insert, transaction);
        }

        closeAudit.Parameters[0].Value = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
        Execute(closeAudit, transaction);
        transaction.Commit();
        return number;
    }

    /// <summary>The recorded value, or a new one where keys must differ.</summary>
    private object Fresh(RecordedRow row, RecordedValue value, Dictionary<string, string> ids, string number, long sequence) => (row.Table, value.Column) switch
    {
        ("audit", "Sequence") => sequence,
        ("idempotency_keys", "Key") => Guid.NewGuid().ToString("N"),
        _ when value.Text is { } text && ids.TryGetValue(text, out var id) => id,
        _ when value.Text == job.Number => number,
        _ => value.Value,
    };

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.AddWithValue(name, DBNull.Value);
        return command;
    }

    private static void Execute(SqliteCommand command, SqliteTransaction transaction)
    {
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static void Drain(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read()) _ = reader.GetString(0);
    }
}
