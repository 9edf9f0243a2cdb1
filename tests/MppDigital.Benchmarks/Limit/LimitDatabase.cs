using System.Collections.Concurrent;
using System.Globalization;

namespace MppDigital.Benchmarks.Limit;

/// <summary>One regency's database: connections stay open and keep their prepared statements.</summary>
internal sealed class LimitDatabase(string file, LimitJob job)
{
    private readonly ConcurrentBag<LimitConnection> idle = [];

    public void ReadOffering(string service)
    {
        var connection = Take();
        connection.ReadOffering(service);
        idle.Add(connection);
    }

    /// <returns>The number that was given.</returns>
    public string Submit()
    {
        var connection = Take();
        var number = connection.Submit(value => string.Create(CultureInfo.InvariantCulture, $"{job.Number[..^6]}{value:000000}"));
        idle.Add(connection);
        return number;
    }

    private LimitConnection Take() => idle.TryTake(out var connection) ? connection : new LimitConnection(file, job);
}
