using Microsoft.EntityFrameworkCore;

namespace MppDigital.Architecture.Tests;

/// <summary>Inside a project a folder is a capability; which one may use which stands in one table.</summary>
public sealed class CapabilityTests
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Allowed = new()
    {
        ["MppDigital.Platform"] = new()
        {
            ["Persistence"] = ["UseCases"],
            ["Tenancy"] = ["Persistence"],
            ["Secrets"] = ["Identification", "Tenancy"],
            ["Events"] = ["Tenancy"],
            ["Files"] = ["Secrets", "UseCases"],
            ["Jobs"] = ["Persistence", "Tenancy"],
        },
        ["MppDigital.National"] = new()
        {
            ["Brokers"] = ["Ministry", "Registry"],
            ["Catalog"] = ["Ministry", "Registry", "Search", "Stamps"],
            ["LifeEvents"] = ["Catalog"],
            ["Registry"] = ["Search", "Stamps"],
            ["Performance"] = ["Registry"],
            ["Residents"] = ["Catalog", "Verification"],
            ["Rollout"] = ["Performance", "Registry"],
            ["Snapshots"] = ["Catalog", "Registry", "Stamps"],
            ["Tips"] = ["Ministry", "Registry"],
            ["Voice"] = ["Ministry", "Registry"],
            ["Seeding"] = ["Catalog", "LifeEvents", "Registry", "Rollout", "Snapshots", "Stamps"],
        },
        ["MppDigital.Regencies"] = new()
        {
            ["Officers"] = ["Persistence"],
            ["Access"] = ["Officers", "Persistence"],
            ["PersonalData"] = ["Access", "Applications", "Contacts", "Documents", "Feedback", "Notifications", "Payments", "Persistence", "Visits"],
            ["Provisioning"] = ["Offerings", "Officers", "Persistence"],
            ["Payments"] = ["Officers", "Persistence"],
            ["Integrations"] = ["Officers", "Persistence"],
            ["Calendar"] = ["Applications", "Offerings", "Persistence"],
            ["Documents"] = ["Applications", "Persistence"],
            ["Feedback"] = ["Access", "Applications", "Calendar", "Documents", "Figures", "Notifications", "Officers", "Persistence"],
            ["Figures"] = ["Applications", "Persistence"],
            ["Offerings"] = ["Applications", "Calendar", "Officers", "Persistence"],
            ["Applications"] = ["Access", "Calendar", "Contacts", "Documents", "Figures", "Offerings", "Officers", "Payments", "Persistence"],
            ["LifeEvents"] = ["Applications", "Calendar", "Documents", "Figures", "Persistence"],
            ["Changes"] = ["Applications", "Persistence"],
            ["Configuration"] = ["Offerings", "Officers", "Persistence"],
            ["Contacts"] = ["Persistence"],
            ["Notifications"] = ["Applications", "Calendar", "Contacts", "Documents", "Officers", "Payments", "Persistence", "Visits"],
            ["Webhooks"] = ["Applications", "Officers", "Persistence"],
            ["Visits"] = ["Applications", "Calendar", "Contacts", "Officers", "Persistence"],
            ["Upkeep"] = ["Applications", "Notifications", "Persistence", "Visits", "Webhooks"],
        },
        ["MppDigital.Login"] = new()
        {
            ["Clients"] = ["Keys"],
            ["Accounts"] = ["Keys"],
            ["Sessions"] = ["Accounts", "Keys"],
            ["Protocol"] = ["Accounts", "Clients", "Keys", "Sessions"],
            ["SignIn"] = ["Accounts", "Clients", "Keys", "Protocol", "Sessions"],
            ["Outside"] = ["Accounts", "Keys", "Protocol", "Sessions", "SignIn"],
            ["MyAccount"] = ["Accounts", "Outside", "Protocol", "Sessions", "SignIn"],
            ["Counter"] = ["Accounts", "Protocol", "SignIn"],
            ["Passkeys"] = ["Accounts", "MyAccount", "Sessions", "SignIn"],
            ["Staff"] = ["Accounts", "Keys", "Protocol", "Sessions", "SignIn"],
            ["Demo"] = ["Accounts", "Clients", "SignIn"],
        },
    };

    // To be untied: an application issues its document and raises its figures, which read it back. Named here so that no other joins them unseen.
    private static readonly Dictionary<string, string[]> KnownCircle = new()
    {
        ["MppDigital.Regencies"] = ["Applications", "Calendar", "Documents", "Figures", "Offerings"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Use_only_what_the_table_allows(string project)
    {
        var seen = EdgesOf(project);

        Assert.NotEmpty(seen);
        // Whoever may use a capability may hold what it hands out, even where that comes from further away.
        Finding.None(seen.Where(e => !Reachable(Allowed[project], e.From).Contains(e.To)).Select(e => $"{e.From} -> {e.To} by {e.By}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Form_no_circle_beyond_the_known_one(string project)
    {
        var table = Allowed[project];

        var inCircles = table.Keys.Where(start => Reachable(table, start).Contains(start)).Order(StringComparer.Ordinal);

        Assert.Equal(KnownCircle.GetValueOrDefault(project, []), inCircles);
    }

    [Fact]
    public void Would_be_caught_going_round()
    {
        var table = new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A"], ["D"] = ["A"] };

        Assert.Contains("A", Reachable(table, "A"));
        Assert.DoesNotContain("D", Reachable(table, "D"));
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
        var waiting = new Queue<string>(table.GetValueOrDefault(from, []));
        while (waiting.TryDequeue(out var next))
        {
            if (!reached.Add(next)) continue;
            foreach (var further in table.GetValueOrDefault(next, [])) waiting.Enqueue(further);
        }

        return reached;
    }
}
