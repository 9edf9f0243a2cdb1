using Microsoft.EntityFrameworkCore;

namespace MppDigital.Architecture.Tests;

/// <summary>Inside a project a folder is a capability; which one may use which stands in one table without circles.</summary>
public sealed class CapabilityTests
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Allowed = new()
    {
        ["MppDigital.Platform"] = new()
        {
        },
        ["MppDigital.National"] = new()
        {
        },
        ["MppDigital.Regencies"] = new()
        {
        },
        ["MppDigital.Login"] = new()
        {
        },
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Use_only_what_the_table_allows(string project)
    {
        var seen = EdgesOf(project);

        Assert.NotEmpty(seen);
        var allowed = Allowed[project].SelectMany(row => row.Value.Select(to => (From: row.Key, To: to))).ToHashSet();
        Finding.None(seen.Where(e => !allowed.Contains((e.From, e.To))).Select(e => $"{e.From} -> {e.To} by {e.By}"));
        // A line that nobody needs any more would let the next one in.
        Finding.None(allowed.Except(seen.Select(e => (e.From, e.To))).Select(e => $"{e.From} -> {e.To} is allowed and unused"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Form_no_circle(string project)
    {
        var table = Allowed[project];

        foreach (var start in table.Keys) Assert.DoesNotContain(start, Reachable(table, start));
    }

    private static List<(string From, string To, string By)> EdgesOf(string project)
    {
        var assembly = Repository.Assemblies.Single(a => a.GetName().Name == project);
        return [.. assembly.GetTypes()
            .Where(t => !IsWholeProject(t))
            .SelectMany(t => TypeMentions.Of(t).Where(m => m.Assembly == assembly && !IsWholeProject(m)).Select(m => (From: CapabilityOf(t, project), To: CapabilityOf(m, project), By: t.FullName!)))
            .Where(e => e.From != e.To && e.From.Length > 0 && e.To.Length > 0)
            .DistinctBy(e => (e.From, e.To))
            .OrderBy(e => e.From, StringComparer.Ordinal).ThenBy(e => e.To, StringComparer.Ordinal)];
    }

    /// <summary>A context has to know all of a project's tables, and every capability works through it.</summary>
    private static bool IsWholeProject(Type type) => typeof(DbContext).IsAssignableFrom(Outermost(type));

    private static string CapabilityOf(Type type, string project)
    {
        var place = Outermost(type).Namespace ?? "";
        return place.StartsWith(project + ".", StringComparison.Ordinal) ? place[(project.Length + 1)..].Split('.')[0] : "";
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static HashSet<string> Reachable(Dictionary<string, string[]> table, string from)
    {
        var reached = new HashSet<string>();
        var waiting = new Queue<string>(table[from]);
        while (waiting.TryDequeue(out var next))
        {
            if (!reached.Add(next)) continue;
            foreach (var further in table.GetValueOrDefault(next, [])) waiting.Enqueue(further);
        }

        return reached;
    }
}
