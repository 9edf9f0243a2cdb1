using Quartz;

namespace MppDigital.SqlServer;

/// <summary>
/// Quartz's own statements, run by us one by one: its way of finding out whether a table is missing breaks its transaction on some servers that speak this protocol.
/// Each statement makes only what is missing.
/// </summary>
internal static class SqlServerJobTables
{
    private const string Prefix = "QRTZ_";

    public static IReadOnlyList<string> Statements()
    {
        var quartz = typeof(IScheduler).Assembly;
        // The one script that is meant to be run piece by piece; the others in there are for people or for other servers.
        var name = quartz.GetManifestResourceNames().Single(n => n.Contains("sqlserver", StringComparison.OrdinalIgnoreCase) && n.EndsWith(".sql", StringComparison.OrdinalIgnoreCase));
        using var reader = new StreamReader(quartz.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split("\n--;;").Select(s => s.Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal)).Where(s => s.Contains("CREATE ", StringComparison.Ordinal))];
    }
}
