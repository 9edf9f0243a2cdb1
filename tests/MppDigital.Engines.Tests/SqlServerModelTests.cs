using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MppDigital.Engines.Tests;

/// <summary>What lenient engines accept and SQL Server refuses.</summary>
public sealed class SqlServerModelTests
{
    // 900 bytes of a clustered key, 1700 of another index; two bytes a character.
    private const int LongestKey = 450;
    private const int LongestName = 63;

    // Tables whose shape is given by ASP.NET Core Identity.
    private static readonly string[] GivenPrefixes = ["Identity", "AspNet"];

    private static readonly IReadOnlyList<IEntityType> Entities =
        [.. EngineModels.ContextsOf("SqlServer").SelectMany(db => EngineModels.DesignOf(db).GetEntityTypes()).Where(e => e.GetTableName() is not null && !e.IsMappedToJson())];

    [Fact]
    public void Sees_the_entities_of_all_contexts() => Assert.True(Entities.Count > 30);

    [Fact]
    public void Reaches_no_table_by_two_cascades()
    {
        var broken = Entities.GroupBy(e => e.Model).SelectMany(model =>
        {
            var edges = model.SelectMany(e => e.GetForeignKeys()).Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
                .Select(k => (From: k.PrincipalEntityType.GetTableName()!, To: k.DeclaringEntityType.GetTableName()!)).ToLookup(e => e.From, e => e.To);
            return model.Select(e => e.GetTableName()!).Distinct().SelectMany(start => Walk(edges, start, []).GroupBy(t => t).Where(g => g.Count() > 1 || g.Key == start).Select(g => $"{start} -> {g.Key}"));
        });

        Assert.Empty(broken);
    }

    [Fact]
    public void Bounds_every_text_and_binary_in_a_key_or_index()
    {
        var unbounded = Entities.SelectMany(e => e.GetKeys().SelectMany(k => k.Properties).Concat(e.GetIndexes().SelectMany(i => i.Properties)).Distinct())
            .Where(p => (p.GetProviderClrType() ?? p.ClrType) is var type && (type == typeof(string) || type == typeof(byte[])) && p.GetMaxLength() is not <= LongestKey)
            .Where(p => !IsGiven(p.DeclaringType))
            .Select(p => $"{p.DeclaringType.ShortName()}.{p.Name}").Distinct();

        Assert.Empty(unbounded);
    }

    [Fact]
    public void Filters_indexes_by_not_null_or_a_constant_only()
    {
        var filters = Entities.SelectMany(e => e.GetIndexes()).Select(i => i.GetFilter()).OfType<string>();

        Assert.All(filters, f => Assert.True(System.Text.RegularExpressions.Regex.IsMatch(f, @"^(\[\w+\] (IS NOT NULL|= ('[\w-]*'|\d+|CAST\(\d AS bit\)))( AND )?)+$"), f));
    }

    [Fact]
    public void Names_nothing_beyond_63_characters()
    {
        var names = Entities.SelectMany(e => e.GetProperties().Select(p => p.GetColumnName())
            .Concat(e.GetIndexes().Select(i => i.GetDatabaseName()!))
            .Concat(e.GetKeys().Select(k => k.GetName()!))
            .Concat(e.GetForeignKeys().Select(k => k.GetConstraintName()!))
            .Append(e.GetTableName()!)).Distinct().ToList();

        Assert.True(names.Count > 200);
        Assert.All(names, n => Assert.InRange(n?.Length ?? 0, 1, LongestName));
    }

    [Fact]
    public void Lets_the_program_make_every_key()
    {
        var made = Entities.Where(e => !IsGiven(e)).SelectMany(e => e.GetProperties()).Where(p => p.ValueGenerated != ValueGenerated.Never || p.GetDefaultValueSql() is not null)
            .Select(p => $"{p.DeclaringType.ShortName()}.{p.Name}");

        Assert.Empty(made);
    }

    private static bool IsGiven(ITypeBase type) => GivenPrefixes.Any(p => type.ShortName().StartsWith(p, StringComparison.Ordinal) || (type as IEntityType)?.GetTableName()?.StartsWith(p, StringComparison.Ordinal) == true);

    private static IEnumerable<string> Walk(ILookup<string, string> edges, string from, HashSet<string> path)
    {
        if (!path.Add(from)) yield break;
        foreach (var to in edges[from])
        {
            yield return to;
            foreach (var further in Walk(edges, to, [.. path])) yield return further;
        }
    }
}
